"""The language of a publication: declared, of its statements, of its words."""

import tomllib
from pathlib import Path

import pytest

from publicity_check import find_facts
from publicity_check.facts.finder import finder_for
from publicity_check.facts.language import detect
from publicity_check.facts.lexicon.sentences import sentences_of
from publicity_check.facts.model import Language, Statement
from publicity_check.facts.statements.find import StatementFinder
from publicity_check.publication import Block, Publication, Region, Span
from publicity_check.rulebook import builtin
from publicity_check.text.words import Words

TEXTS = {
    "bg": "През май в читалището започна работилница за деца и родители, която ще продължи до края на годината и в "
    "която участват учители от двете общини, както и доброволци, които вече са работили по подобни занимания.",
    "cs": "V květnu byla v knihovně otevřena dílna pro děti a jejich rodiče, která potrvá až do konce roku a při které "
    "pomáhají učitelé z obou měst, ale také dobrovolníci, kteří se na ní podíleli již v minulosti.",
    "da": "I maj åbnede biblioteket et værksted for børn og deres forældre, som varer til årets udgang, og hvor lærere "
    "fra begge kommuner hjælper til, men også frivillige, der har været med før og gerne vil være det igen.",
    "de": "Im Mai wurde in der Bibliothek eine Werkstatt für Kinder und ihre Eltern eröffnet, die bis zum Ende des "
    "Jahres dauert und bei der sich Lehrkräfte aus beiden Städten sowie Freiwillige um die Gruppen kümmern.",
    "el": "Τον Μάιο άνοιξε στη βιβλιοθήκη ένα εργαστήριο για τα παιδιά και τους γονείς τους, το οποίο θα διαρκέσει ως "
    "το τέλος του έτους και στο οποίο βοηθούν δάσκαλοι από τους δύο δήμους καθώς και εθελοντές.",
    "en": "In May the library opened a workshop for children and their parents, which will run until the end of the "
    "year and in which teachers from both towns take part, as well as volunteers who have been with us before.",
    "es": "En mayo la biblioteca abrió un taller para los niños y sus padres, que durará hasta el final del año y en "
    "el que participan maestros de las dos ciudades, así como voluntarios que ya han estado con nosotros.",
    "et": "Mais avati raamatukogus lastele ja nende vanematele töötuba, mis kestab aasta lõpuni ja kus aitavad "
    "õpetajad mõlemast vallast ning ka vabatahtlikud, kes on seda juba varem teinud, kuid nüüd oma rühmaga.",
    "fi": "Toukokuussa kirjastossa avattiin lapsille ja heidän vanhemmilleen työpaja, joka kestää vuoden loppuun ja "
    "jossa ovat mukana opettajat sekä myös vapaaehtoiset, jotka ovat olleet siinä jo ennen kuin se alkoi.",
    "fr": "En mai, la bibliothèque a ouvert un atelier pour les enfants et leurs parents, qui dure jusqu'à la fin de "
    "l'année et dans lequel des enseignants des deux villes sont présents avec des bénévoles que nous connaissons.",
    "ga": "D'oscail an leabharlann ceardlann do pháistí agus dá dtuismitheoirí i mí na Bealtaine, agus beidh sé ar "
    "siúl go dtí deireadh na bliana leis na múinteoirí ón dá bhaile, chomh maith le daoine a bhí ann roimhe seo.",
    "hr": "U svibnju je u knjižnici otvorena radionica za djecu i njihove roditelje, koja traje do kraja godine i u "
    "kojoj pomažu učitelji iz oba grada, kao i volonteri koji su bili s nama već prije te koji će biti i dalje.",
    "hu": "Májusban a könyvtárban megnyílt egy műhely a gyerekek és a szülők számára, amely az év végéig tart, és "
    "amelyben a két város tanárai segítenek, valamint önkéntesek is, akik már korábban is részt vettek ebben.",
    "it": "A maggio la biblioteca ha aperto un laboratorio per i bambini e i loro genitori, che dura fino alla fine "
    "dell'anno e nel quale ci sono gli insegnanti delle due città e anche i volontari che sono stati con noi.",
    "lt": "Gegužę bibliotekoje atidarytos dirbtuvės vaikams ir jų tėvams, kurios tęsis iki metų pabaigos ir kuriose "
    "padeda mokytojai iš abiejų miestų, taip pat savanoriai, kurie jau yra su mumis buvę ir kurie dar bus.",
    "lv": "Maijā bibliotēkā tika atvērta darbnīca bērniem un viņu vecākiem, kas notiks līdz gada beigām un kurā palīdz "
    "skolotāji no abām pilsētām, kā arī brīvprātīgie, kuri jau ir bijuši ar mums un kuri vēl būs pie mums.",
    "mt": "F'Mejju l-librerija fetħet laboratorju għat-tfal u għall-ġenituri tagħhom, li jibqa' sejjer sal-aħħar "
    "tas-sena u li fih hemm l-għalliema miż-żewġ bliet kif ukoll voluntiera li kienu magħna minn qabel u huma magħna.",
    "nl": "In mei heeft de bibliotheek een werkplaats voor kinderen en hun ouders geopend, die tot het einde van het "
    "jaar duurt en waarin leraren uit beide steden meehelpen, maar ook vrijwilligers die er al eerder bij waren.",
    "pl": "W maju w bibliotece otwarto warsztaty dla dzieci i ich rodziców, które będą trwać do końca roku i w których "
    "pomagają nauczyciele z obu miast, a także wolontariusze, którzy już wcześniej byli z nami przy tym.",
    "pt": "Em maio a biblioteca abriu uma oficina para as crianças e os seus pais, que dura até ao fim do ano e na "
    "qual participam professores das duas cidades, mas também voluntários que já foram parte do grupo.",
    "ro": "În luna mai biblioteca a deschis un atelier pentru copii și părinții lor, care durează până la sfârșitul "
    "anului și în care ajută profesori din cele două orașe, dar și voluntari care au mai fost cu noi.",
    "sk": "V máji bola v knižnici otvorená dielňa pre deti a ich rodičov, ktorá potrvá až do konca roka a pri ktorej "
    "pomáhajú učitelia z oboch miest, ako aj dobrovoľníci, ktorí už boli s nami a ktorých už poznáme.",
    "sl": "Maja je bila v knjižnici odprta delavnica za otroke in njihove starše, ki bo trajala do konca leta in pri "
    "kateri pomagajo učitelji iz obeh mest ter tudi prostovoljci, ki so z nami sodelovali že prej ob isti priložnosti.",
    "sv": "I maj öppnade biblioteket en verkstad för barn och deras föräldrar, som pågår till årets slut och där "
    "lärare från båda kommunerna hjälper till, men också frivilliga som har varit med och som vi känner till.",
}


def page(*texts: str | Block, declared: str | None = None) -> Publication:
    blocks = tuple(t if isinstance(t, Block) else Block(i, t) for i, t in enumerate(texts))
    return Publication("page.html", "html", "", blocks, language=declared)


def told(*texts: str | Block, declared: str | None = None, statements: tuple[Statement, ...] = ()) -> Language:
    publication = page(*texts, declared=declared)
    words = Words.of((b.index, b.text) for b in publication.blocks)
    return detect(publication, words, builtin(), statements)


@pytest.mark.parametrize("code", TEXTS)
def test_each_language_is_told_by_its_words_alone(code):
    found = told(TEXTS[code])
    assert (found.code, found.found_by) == (code, "words")


@pytest.mark.parametrize("code", TEXTS)
def test_a_declared_language_that_the_text_contradicts_is_outvoted(code):
    wrong = "en" if code != "en" else "lv"
    found = told(TEXTS[code], declared=wrong)
    assert (found.code, found.declared) == (code, wrong)


def test_a_declared_language_with_region_is_taken_where_nothing_contradicts_it():
    assert told("Sākums", declared="lv-LV").code == "lv"
    assert told("Sākums", declared="lv-LV").found_by == "declared"


@pytest.mark.parametrize("declared", ["zxx", "", "x", None])
def test_what_declares_no_language_is_no_declaration(declared):
    assert told(TEXTS["el"], declared=declared).found_by == "words"


def test_a_neighbours_language_is_not_outvoted_by_the_words_it_shares():
    assert told(TEXTS["da"], declared="nb").code == "nb"


def test_the_statements_decide_where_there_are_few_other_words():
    publication = page("Līdzfinansē Eiropas Savienība", "LLI-263")
    words = Words.of((b.index, b.text) for b in publication.blocks)
    statements = StatementFinder(builtin()).find(publication, words, sentences_of(publication, builtin()))
    found = detect(publication, words, builtin(), statements)
    assert (found.code, found.found_by) == ("lv", "wording")


def test_hidden_words_do_not_count():
    hidden = Block(1, TEXTS["fr"], region=Region.HIDDEN)
    assert told(TEXTS["pl"], hidden).code == "pl"


def test_a_long_block_in_another_language_is_named_and_a_short_one_is_not():
    publication = page(TEXTS["lv"], TEXTS["lv"], TEXTS["en"], "Co-funded by the European Union")
    found = finder_for(builtin()).find(publication)
    assert found.language.code == "lv"
    assert found.block_languages == {2: "en"}


def test_letters_tell_a_language_whose_function_words_are_few():
    found = told(
        "Pátek: čtyřicet míst, nové regály, tiché kouty. Vedoucí knihovny poděkovala partnerům. " * 3, declared="en"
    )
    assert (found.code, found.found_by) == ("cs", "words")


def test_a_statement_in_another_language_does_not_count():
    text = "Disclaimer: the views are those of the author and they do not reflect those of the Union or of its agency."
    publication = page(TEXTS["lv"], text * 6)
    words = Words.of((b.index, b.text) for b in publication.blocks)
    english = Statement("disclaimer", ("x",), "en", Span.within(1, 0, len(text * 6)), 1.0)
    assert detect(publication, words, builtin(), (english,)).code == "lv"


def test_langdetect_is_asked_where_the_words_do_not_decide():
    text = (
        "Kursangebot: Weberei, Malerei, Schneiderei, Buchbinderei, Tischlerei, Fotografie, Kochkunst, Gartenbau. " * 4
    )
    first, second = told(text), told(text)
    assert first.found_by == "langdetect"
    assert first == second


def test_of_no_words_nothing_is_told():
    assert told("2014", "LLI-263") == Language("", "unknown", None)


DISCLAIMER = (
    "Izražena stališča in mnenja so zgolj stališča in mnenja avtorja(-jev) in ni nujno, da odražajo stališča in mnenja "
    "Evropske unije ali Evropske izvajalske agencije za izobraževanje in kulturo (EACEA). Zanje ne moreta biti "
    "odgovorna niti Evropska unija niti EACEA."
)


def language_of(html: str) -> Language:
    return find_facts(html.encode(), name="page.html").language


def test_the_prescribed_text_does_not_outvote_the_declared_language() -> None:
    notice = "<p>Učitelji treh šol popravljajo kolesa. Tečaj je trajal dva dni. Projekt 101069802.</p>"
    page = f'<html lang="sl"><h1>Kolesa</h1>{notice}<p>Sofinancira Evropska unija</p><p>{DISCLAIMER}</p>'
    assert (language_of(page).code, language_of(page).found_by) == ("sl", "declared")


def test_a_templates_language_is_outvoted_by_a_long_text_though_the_prescribed_text_is_in_it_too() -> None:
    statement = "<p>Co-funded by the European Union</p>"
    long = " ".join([TEXTS["lv"]] * 4)
    assert language_of(f'<html lang="en"><p>{long}</p>{statement}').code == "lv"
    assert language_of(f'<html lang="en"><p>{TEXTS["lv"]}</p>{statement}').code == "en"


def test_a_text_in_one_block_with_its_statement_outvotes_the_template() -> None:
    text = "Skolotāji labo velosipēdus un stāsta par to bērniem. Projektu līdzfinansē Eiropas Savienība."
    assert language_of(f'<html lang="en"><p>{text} {text} {text}</p>').code == "lv"


SHORT = tomllib.loads((Path(__file__).parents[1] / "data" / "short_pages.toml").read_text("utf-8"))["short"]
ENGLISH_TEXTS = (
    "Funded by the European Union. Views and opinions expressed are however those of the author(s) only and do not "
    "necessarily reflect those of the European Union or EACEA. Neither the European Union nor EACEA can be held "
    "responsible for them."
)
GERMAN_NAMES = (
    "Windmühle an der Au, Verein für die Mühle und den Bach, Freunde der alten Mühle, Haus am See, Stadt und Land, "
    "Schule am Berg, Museum in der Burg."
)


def _declared(case: dict[str, str], text: str) -> Language:
    page_ = f"<html lang='{case['language']}'><body><h1>{case['heading']}</h1><p>{case['text']}</p><p>{text}</p></body>"
    return find_facts(page_.encode(), name="page.html").language


@pytest.mark.parametrize("case", SHORT, ids=lambda case: case["language"])
def test_prescribed_texts_do_not_vote_against_the_declared_language(case):
    assert _declared(case, ENGLISH_TEXTS).code == case["language"]


@pytest.mark.parametrize("case", SHORT, ids=lambda case: case["language"])
def test_a_list_of_names_is_no_text_of_their_language(case):
    assert _declared(case, f"A: {GERMAN_NAMES}").code == case["language"]


def test_a_list_of_names_is_not_read_where_no_language_is_declared():
    french = "Le moulin est ouvert au public et les enfants de la ville y sont venus avec leurs parents."
    assert told(french, f"Partenaires : {GERMAN_NAMES}", f"Amis : {GERMAN_NAMES}").code == "fr"


def test_names_in_capitals_are_no_words():
    text = "Projekt GO vabi na pohod GO, tek GO, koncert GO, sejem GO, kolesarski dan GO in večer GO. "
    assert told(text + "Prijave do petka. Vodi EZTS GO, partner GO. Dobrodošli vsi z GO na GO do GO.").code != "ga"


def test_prescribed_texts_tell_the_language_where_nothing_else_does():
    found = find_facts(f"<p>REEDS, 101117322</p><p>{ENGLISH_TEXTS}</p>".encode(), name="page.html").language
    assert (found.code, found.found_by) == ("en", "wording")


def test_words_slightly_ahead_do_not_outvote_a_declaration():
    text = "O projeto e a escola de Vigo e do Porto. La escuela de la ciudad y el museo de la ría. " * 2
    assert told(text, declared="pt").code == "pt"
    assert told(text, declared="es").code == "es"


def test_a_short_block_whose_language_is_beyond_doubt_is_named():
    spanish = "El museo de la ciudad está abierto y los niños pueden entrar con sus padres por la tarde."
    page_ = f"<html lang='pt'><body><p>{TEXTS['pt']}</p><p>{spanish}</p></body></html>"
    assert find_facts(page_.encode(), name="page.html").block_languages == {1: "es"}


@pytest.mark.parametrize(
    ("code", "body"),
    [
        ("lv", "<h1>Jauna skola</h1><p>Skola tika siltināta ar Eiropas Savienības atbalstu.</p>"),
        ("lv", "<p>Skola siltināta, izmantojot ES līdzfinansējumu.</p>"),
        ("lt", "<p>Mokykla atnaujinta ES lėšomis.</p>"),
        ("lv", "<main></main><footer><p>Skola siltināta, izmantojot ES līdzfinansējumu.</p></footer>"),
        ("en", "<p>Jānis Bērziņš and Ērika Kļaviņa visited us.</p>"),
    ],
)
def test_letters_that_the_declared_language_has_not_outvote_it_in_a_short_text(code: str, body: str) -> None:
    assert language_of(f'<html lang="en"><body>{body}</body></html>').code == code
