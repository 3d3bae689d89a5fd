"""What stands inside paragraphs of a Word document."""

from docx_builder import Docx, control, element, field_of, paragraph, run, style, styled, table
from publicity_check.publication import Block, Publication, Region, Span
from publicity_check.readers.docx.read import read


def reading(body: str) -> Publication:
    return read(Docx(body).bytes(), "draft.docx")


def texts(body: str) -> list[str]:
    return [block.text for block in reading(body).blocks]


def only(body: str) -> Block:
    (block,) = reading(body).blocks
    return block


def test_runs_do_not_break_words():
    assert texts(paragraph(run("Lat", "<w:b/>"), run("via"))) == ["Latvia"]


def test_a_superscript_breaks_the_word_it_hangs_on():
    raised = run("1", '<w:vertAlign w:val="superscript"/>')
    assert texts(paragraph("LLI-263", raised, ", kopā")) == ["LLI-263 1, kopā"]


def test_a_superscript_by_style_breaks_the_word_too():
    document = Docx(paragraph("LLI-263", run("1", '<w:rStyle w:val="Mark"/>')))
    document.styles(
        '<w:style w:type="character" w:styleId="Mark"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    )
    assert read(document.bytes(), "a").blocks[0].text == "LLI-263 1"


def test_a_subscript_does_not_break_a_word():
    assert texts(paragraph("CO", run("2", '<w:vertAlign w:val="subscript"/>'))) == ["CO2"]


def test_a_reference_to_a_footnote_breaks_words_and_is_no_text():
    assert texts(paragraph("LLI-263", '<w:r><w:footnoteReference w:id="1"/></w:r>', "ietvaros")) == ["LLI-263 ietvaros"]


def test_special_characters_are_characters():
    special = "<w:r><w:t>LLI</w:t><w:noBreakHyphen/><w:t>263 pro</w:t><w:softHyphen/><w:t>jekts</w:t></w:r>"
    assert texts(paragraph(special)) == ["LLI\u2011263 pro\u00adjekts"]


def test_tabs_are_blanks_and_breaks_are_line_feeds():
    assert texts(
        paragraph(
            "<w:r><w:t>ERAF</w:t><w:tab/><w:t>85 %</w:t><w:ptab/><w:t>x</w:t></w:r>",
            "<w:r><w:br/><w:t>y</w:t><w:cr/><w:t>z</w:t></w:r>",
        )
    ) == ["ERAF 85 % x\ny\nz"]


def test_blanks_before_a_break_are_dropped():
    assert texts(paragraph("kopā ", "<w:r><w:br/></w:r>", " un ")) == ["kopā\nun"]


def test_white_space_is_collapsed_but_no_break_spaces_stay():
    assert texts(paragraph("  176\u00a0680,75 \n\t EUR ", " kopā  ")) == ["176\u00a0680,75 EUR kopā"]


def test_text_is_composed_even_across_runs():
    assert texts(paragraph("Je\u0304kabpils Lietuva", run("s"), "u", run("\u0304"))) == ["Jēkabpils Lietuvasū"]


def test_symbols_are_characters_where_they_are_known():
    euro = '<w:r><w:sym w:font="Symbol" w:char="F0A0"/><w:sym w:font="Webdings" w:char="F041"/><w:t>100</w:t></w:r>'
    assert texts(paragraph(euro)) == ["€ 100"]


def test_capital_letters_by_format_stay_as_written():
    assert texts(paragraph(run("Eiropas Savienība", "<w:caps/>"))) == ["Eiropas Savienība"]


def test_smart_tags_custom_xml_and_equations_are_text():
    body = paragraph(
        f"<w:smartTag>{run('Rīga')}</w:smartTag>",
        f"<w:customXml>{run(', ')}</w:customXml>",
        "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>",
    )
    assert texts(f"<w:customXml><w:customXmlPr/>{body}</w:customXml>") == ["Rīga, x=1"]


def test_insertions_and_moves_in_are_text_and_deletions_and_moves_out_are_kept_apart():
    body = paragraph(
        "ERAF daļa ir ",
        f"<w:del>{run('150 187,64').replace('w:t', 'w:delText')}</w:del>",
        f"<w:ins>{run('150 178,64')}</w:ins>",
        f"<w:moveFrom>{run(' vecais')}</w:moveFrom>",
        f"<w:moveTo>{run(' jaunais')}</w:moveTo>",
        " EUR",
    )
    found = [(block.region, block.text) for block in reading(body).blocks]
    assert found == [(Region.MAIN, "ERAF daļa ir 150 178,64 jaunais EUR"), (Region.DELETED, "150 187,64 vecais")]


def test_pieces_deleted_in_different_places_are_different_words():
    gone = [f"<w:del>{run(word).replace('w:t', 'w:delText')}</w:del>" for word in ("viens", "divi")]
    assert [b.text for b in reading(paragraph(gone[0], "x", gone[1])).blocks] == ["x", "viens divi"]


def test_an_insertion_that_was_deleted_again_is_deleted():
    assert only(paragraph(f"<w:ins><w:del>{run('x')}</w:del></w:ins>")).region is Region.DELETED


def test_hidden_text_is_labelled_and_does_not_break_the_word_around_it():
    found = [(b.region, b.text) for b in reading(paragraph("Lat", run("slēpts", "<w:vanish/>"), "via")).blocks]
    assert found == [(Region.MAIN, "Latvia"), (Region.HIDDEN, "slēpts")]


def test_text_is_hidden_by_styles_too_and_shown_again_where_a_run_says_so():
    document = Docx(
        styled("Secret", "a", run("b", '<w:vanish w:val="0"/>'), run("c", '<w:rStyle w:val="Veil"/>'))
        + paragraph(run("d", '<w:rStyle w:val="Veil"/>'))
    )
    document.styles(
        style("Base", "", "<w:rPr><w:vanish/></w:rPr>")
        + style("Secret", "", based_on="Base")
        + style("Veil", "", '<w:rPr><w:vanish w:val="true"/></w:rPr>', kind="character")
    )
    found = [(b.region, b.text) for b in read(document.bytes(), "a").blocks]
    assert found == [(Region.MAIN, "bc"), (Region.HIDDEN, "a"), (Region.HIDDEN, "d")]


def test_a_placeholder_is_no_text_but_what_was_filled_in_is():
    empty = control(run("Click here to enter text"), "<w:showingPlcHdr/>")
    date = control(run("2019-01-17"), "<w:date/>")
    block_level = control(paragraph("Noslēguma pasākums"))
    assert texts(paragraph("Datums: ", empty, date) + block_level + control(paragraph("x"), "<w:showingPlcHdr/>")) == [
        "Datums: 2019-01-17",
        "Noslēguma pasākums",
    ]


def test_the_result_of_a_field_is_text_and_its_instruction_is_not():
    assert texts(
        paragraph("Lapa ", field_of(" PAGE ", "3"), " no ", f'<w:fldSimple w:instr="NUMPAGES">{run("7")}</w:fldSimple>')
    ) == ["Lapa 3 no 7"]


def test_the_result_of_a_field_inside_an_instruction_is_no_text():
    nested = field_of("IF ", "x").replace(run("x"), field_of("PAGE", "9"))
    begin, rest = nested.split('<w:r><w:fldChar w:fldCharType="separate"/></w:r>', 1)
    inner = field_of("DOCPROPERTY site", "https://www.latlit.eu")
    body = paragraph(begin + inner + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + rest)
    assert texts(body) == ["9"]


def test_a_field_left_open_does_not_swallow_the_next_paragraph():
    assert texts(paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "a") + paragraph("b")) == ["b"]


def test_the_chosen_entry_of_a_drop_down_field_is_text():
    choice = (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="Latvija"/>'
        '<w:listEntry w:val="Lietuva"/></w:ddList></w:ffData></w:fldChar></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert texts(paragraph("Valsts: ", choice)) == ["Valsts: Lietuva"]


def test_hyperlinks_have_the_targets_of_relations_and_of_instructions():
    document = Docx()
    site = document.relate("hyperlink", "http://www.latlit.eu/", external=True)
    document.body = paragraph(
        "Programma: ",
        f'<w:hyperlink r:id="{site}" w:anchor="par">{run("www.")}{run("latlit.eu ")}</w:hyperlink>',
        "; ES: ",
        field_of(' HYPERLINK "https://europa.eu" \\o "ES" ', "europa", run(".eu", "<w:b/>")),
        "; ",
        f'<w:fldSimple w:instr=" HYPERLINK  https://www.jekabpils.lv ">{run("Jēkabpils")}</w:fldSimple>',
    )
    publication = read(document.bytes(), "draft.docx")
    assert [(link.target, link.text) for link in publication.links] == [
        ("http://www.latlit.eu/#par", "www.latlit.eu"),
        ("https://europa.eu", "europa.eu"),
        ("https://www.jekabpils.lv", "Jēkabpils"),
    ]
    for link in publication.links:
        assert link.visible
        assert link.span
        assert publication.quote(link.span) == link.text


def test_the_text_of_a_link_begins_and_ends_with_a_letter():
    document = Docx()
    site = document.relate("hyperlink", "http://a.lv", external=True)
    document.body = paragraph("sk.", f'<w:hyperlink r:id="{site}">{run(" a.lv ")}</w:hyperlink>', "vai")
    publication = read(document.bytes(), "a")
    assert publication.blocks[0].text == "sk. a.lv vai"
    assert publication.links[0].span == Span.within(0, 4, 8)


def test_two_links_to_one_place_side_by_side_are_two():
    document = Docx()
    site = document.relate("hyperlink", "http://a.lv", external=True)
    link = f'<w:hyperlink r:id="{site}">{run("a")}</w:hyperlink>'
    document.body = paragraph(link, link)
    assert [link.text for link in read(document.bytes(), "a").links] == ["a", "a"]


def test_a_link_field_over_two_paragraphs_is_a_link_in_both():
    begin, end = field_of("HYPERLINK http://a.lv", "|").split(run("|"))
    links = reading(paragraph(begin, "viens") + paragraph("divi", end, "trīs")).links
    assert [(link.text, link.block) for link in links] == [("viens", 0), ("divi", 1)]


def test_links_inside_the_document_are_no_links():
    body = paragraph(f'<w:hyperlink w:anchor="_Toc1">{run("Saturs")}</w:hyperlink>', field_of('HYPERLINK \\l "x"', "y"))
    publication = reading(body)
    assert not publication.links
    assert publication.blocks[0].text == "Saturs" + "y"


def test_a_deleted_link_is_not_visible():
    document = Docx()
    site = document.relate("hyperlink", "http://www.latlit.eu", external=True)
    deleted = f"<w:del>{run('latlit.eu').replace('w:t', 'w:delText')}</w:del>"
    document.body = paragraph("x", f'<w:hyperlink r:id="{site}">{deleted}</w:hyperlink>')
    (link,) = read(document.bytes(), "a").links
    assert (link.visible, link.block, link.span) == (False, 1, Span.within(1, 0, 9))


STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US"/></w:rPr></w:rPrDefault></w:docDefaults>'
    + style("Parasts", "Normal").replace("w:styleId", 'w:default="1" w:styleId')
    + style("Virsraksts1", "heading 1", based_on="Parasts")
    + style("Mans", "Mans virsraksts", based_on="Virsraksts1")
    + style("Cits", "Cits", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>')
    + style("Saturs", "TOC Heading", '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>', based_on="Virsraksts1")
    + style("Citats", "Intense Quote")
    + style("Paraksts", "caption")
    + style("Saraksts", "List Bullet", '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>')
    + style("Lietuviski", "", '<w:rPr><w:lang w:val="lt-LT"/></w:rPr>')
    + style("Aplis", "", based_on="Aplis")
)


def with_styles(body: str) -> Publication:
    document = Docx(body)
    document.styles(STYLES)
    return read(document.bytes(), "draft.docx")


def test_headings_are_known_by_the_names_of_styles_by_what_they_are_based_on_and_by_outline_levels():
    body = "".join(styled(style, style) for style in ("Virsraksts1", "Mans", "Cits", "Saturs", "Aplis"))
    body += paragraph("tieši", properties='<w:outlineLvl w:val="0"/>')
    blocks = with_styles(body).blocks
    assert [block.kind for block in blocks] == ["heading", "heading", "heading", "paragraph", "paragraph", "heading"]
    assert [block.heading for block in blocks] == [None, 0, 1, 2, 2, 2]


def test_a_heading_is_known_by_its_id_where_there_are_no_styles():
    assert only(styled("Heading2", "Par projektu")).kind == "heading"


def test_lists_quotes_and_captions_are_known_by_their_styles():
    blocks = with_styles(
        styled("Saraksts", "a")
        + paragraph("b", properties='<w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr>')
        + paragraph("c", properties='<w:pStyle w:val="Saraksts"/><w:numPr><w:numId w:val="0"/></w:numPr>')
        + styled("Citats", "d")
        + styled("Paraksts", "e")
    ).blocks
    assert [(b.kind, b.list_level, b.quoted) for b in blocks] == [
        ("list-item", 1, False),
        ("list-item", 3, False),
        ("paragraph", 0, False),
        ("paragraph", 0, True),
        ("caption", 0, False),
    ]


def test_the_language_of_a_block_is_that_of_most_of_its_text():
    publication = with_styles(
        paragraph(run("The project ", '<w:lang w:val="en-GB"/>'), run("ir īstenots Latvijā", '<w:lang w:val="lv-LV"/>'))
        + styled("Lietuviski", "Projektas")
        + paragraph("nekas nav teikts")
    )
    assert [block.language for block in publication.blocks] == ["lv-lv", "lt-lt", None]


def test_the_language_of_the_whole_is_what_most_text_declares_and_else_the_default():
    assert with_styles(paragraph("nekas nav teikts")).language == "en-us"
    assert with_styles(paragraph(run("garš latviešu teksts", '<w:lang w:val="lv-LV"/>'), ". The")).language == "lv-lv"


def test_the_language_of_the_theme_is_the_last_resort():
    document = Docx(paragraph("x"))
    document.settings('<w:themeFontLang w:val="lv-LV"/>')
    assert read(document.bytes(), "a").language == "lv-lv"


def test_cells_know_their_place_past_spans_and_merged_rows():
    wide = f'<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{paragraph("plata")}'
    down = f'<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{paragraph("lejup")}'
    on = "<w:tcPr><w:vMerge/></w:tcPr><w:p/>"
    grid = table([wide, "b"], [down, "c", "d"], [on, "e"])
    grid = grid.replace("<w:tr>", "<w:tr><w:trPr><w:tblHeader/></w:trPr>", 1)
    blocks = reading(grid).blocks
    found = [(b.text, b.cell.row, b.cell.column, b.cell.header, b.kind, b.region) for b in blocks if b.cell]
    assert found == [
        ("plata", 0, 0, True, "cell", Region.TABLE),
        ("b", 0, 2, True, "cell", Region.TABLE),
        ("lejup", 1, 0, False, "cell", Region.TABLE),
        ("c", 1, 1, False, "cell", Region.TABLE),
        ("d", 1, 2, False, "cell", Region.TABLE),
        ("e", 2, 1, False, "cell", Region.TABLE),
    ]


def test_a_table_style_with_a_first_row_of_its_own_makes_it_a_header():
    look = '<w:tblStyle w:val="Grid"/><w:tblLook w:val="04A0" w:firstRow="1"/>'
    document = Docx(table(["Avots", "EUR"], ["ERAF", "85"], properties=look))
    document.styles('<w:style w:type="table" w:styleId="Grid"><w:tblStylePr w:type="firstRow"/></w:style>')
    assert [b.cell.header for b in read(document.bytes(), "a").blocks if b.cell] == [True, True, False, False]


def test_nested_tables_have_numbers_of_their_own():
    blocks = reading(table(["a", table(["b"]) + paragraph("c")]) + table(["d"])).blocks
    assert [(b.text, b.cell.table) for b in blocks if b.cell] == [("a", 0), ("b", 1), ("c", 0), ("d", 2)]


def test_rows_and_cells_in_content_controls_are_rows_and_cells():
    grid = table(["a"], ["b"])
    row = grid[grid.index("<w:tr>") : grid.index("</w:tr>") + 7]
    blocks = reading(
        grid.replace(
            row,
            control(
                row.replace("<w:tc>", "<w:sdt><w:sdtContent><w:tc>").replace(
                    "</w:tc>", "</w:tc></w:sdtContent></w:sdt>"
                )
            ),
        )
    ).blocks
    assert [(b.text, b.cell.row) for b in blocks if b.cell] == [("a", 0), ("b", 1)]


def test_a_deleted_row_is_deleted():
    grid = table(["a"], ["b"]).replace("<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>", 1)
    assert [block.region for block in reading(grid).blocks] == [Region.DELETED, Region.TABLE]


def test_paragraphs_are_counted_as_a_reader_counts_them():
    publication = reading(
        styled("Heading1", "A") + "<w:p/>" + paragraph(run("x", "<w:vanish/>")) + table(["B"]) + paragraph("C")
    )
    places = [publication.locate(block.index, 0) for block in publication.blocks if block.region.visible]
    assert [(place.part, place.paragraph, place.heading) for place in places] == [
        ("body", 1, None),
        ("body", 2, "A"),
        ("body", 3, "A"),
    ]


def test_a_document_without_a_body_is_empty():
    document = Docx()
    document.parts["word/document.xml"] = element("w:document")
    assert read(document.bytes(), "a").blocks == ()
