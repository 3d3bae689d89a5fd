"""Pages are read in the encoding they are written in, whatever they declare."""

import pytest

from publicity_check.readers import read_bytes

SENTENCES = {
    "lv": "Projektu līdzfinansē Eiropas Savienība. Par šīs publikācijas saturu pilnībā atbild Ludzas novada "
    "pašvaldība, un tas nekādos apstākļos nav uzskatāms par Eiropas Savienības oficiālo nostāju. Ķekava, "
    "Ģertrūdes iela, čaklā žurnāliste.",
    "lt": "Projektą bendrai finansuoja Europos Sąjunga. Už šio leidinio turinį atsako tik Rokiškio rajono "
    "savivaldybė, ir jokiu būdu negali būti laikoma, kad jis atspindi oficialią Europos Sąjungos nuomonę. "
    "Žmonės, čia įvyko šventė.",
    "et": "Projekti rahastab Euroopa Liit. Käesoleva väljaande sisu eest vastutab ainult Võru vald ning see ei "
    "väljenda mingil juhul Euroopa Liidu ametlikku seisukohta. Üritus toimus õues, šokolaad ja žürii.",
    "pl": "Projekt współfinansowany przez Unię Europejską ze środków Europejskiego Funduszu Rozwoju "
    "Regionalnego. Wyłączną odpowiedzialność za treść publikacji ponosi gmina Łańcut, żródło, ćwiczenia i "
    "źrebię.",
    "cs": "Projekt je spolufinancován Evropskou unií z Evropského fondu pro regionální rozvoj. Za obsah této "
    "publikace odpovídá výlučně město Děčín, příští schůzka je v úterý, žádné změny se nečekají a ďábel "
    "číhá.",
    "sk": "Projekt je spolufinancovaný Európskou úniou. Za obsah tejto publikácie zodpovedá výlučne mesto "
    "Košice a ľudia, ktorí sú na stránke uvedení; najbližšie stretnutie je v štvrtok, ďalšie v pondelok, "
    "vôľa a stĺp.",
    "sl": "Projekt sofinancira Evropska unija iz Evropskega sklada za regionalni razvoj. Za vsebino publikacije "
    "je odgovorna občina Šoštanj, naslednje srečanje je v četrtek, žal brez župana.",
    "hu": "A projekt az Európai Unió támogatásával, az Európai Regionális Fejlesztési Alap "
    "társfinanszírozásával valósul meg. A kiadvány tartalmáért kizárólag Győr városa felelős, és az őszi "
    "ülés már nem tűrhet késedelmet.",
    "ro": "Proiect cofinanţat de Uniunea Europeană prin Fondul European de Dezvoltare Regională. Conţinutul "
    "acestui material nu reprezintă în mod obligatoriu poziţia oficială a Uniunii Europene, şi răspunde "
    "judeţul Iaşi.",
    "hr": "Projekt je sufinancirala Europska unija iz Europskog fonda za regionalni razvoj. Sadržaj publikacije "
    "isključiva je odgovornost grada Čakovca, a sljedeća radionica održat će se u četvrtak u općini "
    "Đurđevac.",
    "de": "Das Projekt wird von der Europäischen Union kofinanziert. Für den Inhalt dieser Veröffentlichung "
    "trägt allein die Gemeinde Görlitz die Verantwortung; über die Größe der Maßnahme entscheidet der "
    "Ausschuss für Übergänge.",
    "fr": "Le projet est cofinancé par l'Union européenne. Le contenu de cette publication relève de la seule "
    "responsabilité de la région où à Noël les élèves ont reçu leurs prix, à côté du théâtre français.",
    "es": "Proyecto cofinanciado por la Unión Europea. El contenido de esta publicación es responsabilidad "
    "exclusiva del ayuntamiento de Logroño; la próxima reunión será el miércoles y también habrá niños.",
    "pt": "Projeto cofinanciado pela União Europeia. O conteúdo desta publicação é da exclusiva "
    "responsabilidade do município de Guimarães; as próximas sessões serão às terças e não há inscrição.",
    "sv": "Projektet medfinansieras av Europeiska unionen. För innehållet i denna publikation ansvarar endast "
    "Umeå kommun, och nästa möte äger rum på torsdag då även höstens åtgärder gås igenom.",
    "bg": "Проектът е съфинансиран от Европейския съюз чрез Европейския фонд за регионално развитие. Цялата "
    "отговорност за съдържанието на публикацията се носи от община Русе и при никакви обстоятелства не "
    "може да се приема.",
    "el": "Το έργο συγχρηματοδοτείται από την Ευρωπαϊκή Ένωση. Για το περιεχόμενο της έκδοσης ευθύνεται "
    "αποκλειστικά ο δήμος Χανίων και δεν αποτελεί την επίσημη θέση της Ευρωπαϊκής Ένωσης, όπως είναι "
    "σήμερα.",
    "mt": "Il-proġett huwa kofinanzjat mill-Unjoni Ewropea. Il-kontenut ta' din il-pubblikazzjoni hija "
    "r-responsabbiltà unika tal-Kunsill ta' Ħaż-Żebbuġ u ma tirriflettix neċessarjament il-fehma "
    "uffiċjali.",
}
OWN = [
    *[(code, "windows-1257") for code in ("lv", "lt", "et")],
    *[(code, "iso-8859-13") for code in ("lv", "lt")],
    *[(code, "windows-1250") for code in ("pl", "cs", "sk", "sl", "hu", "ro", "hr")],
    *[(code, "iso-8859-2") for code in ("pl", "cs", "sk", "sl", "hu", "ro", "hr")],
    *[(code, "windows-1252") for code in ("de", "fr", "es", "pt", "sv")],
    ("bg", "windows-1251"),
    ("el", "windows-1253"),
    ("el", "iso-8859-7"),
    ("mt", "iso-8859-3"),
]


def text_of(data: bytes, name: str = "page.html") -> str:
    return " ".join(block.text for block in read_bytes(data, name).blocks)


@pytest.mark.parametrize(("language", "encoding"), OWN)
def test_an_undeclared_encoding_is_told_by_letters_and_words(language: str, encoding: str):
    sentence = SENTENCES[language]
    assert text_of(f"<p>{sentence}</p>".encode(encoding)) == sentence


@pytest.mark.parametrize(("language", "encoding"), OWN)
def test_bytes_that_are_declared_utf_8_but_are_not_are_put_right(language: str, encoding: str):
    sentence = SENTENCES[language]
    assert text_of(f"<meta charset=utf-8><p>{sentence}</p>".encode(encoding)) == sentence


@pytest.mark.parametrize(("language", "encoding"), OWN)
def test_a_declared_encoding_is_believed(language: str, encoding: str):
    sentence = SENTENCES[language]
    page = f'<meta http-equiv="Content-Type" content="text/html; charset={encoding}"><p>{sentence}</p>'
    assert text_of(page.encode(encoding)) == sentence


@pytest.mark.parametrize("language", sorted(SENTENCES))
@pytest.mark.parametrize("declared", ["iso-8859-1", "windows-1257", "windows-1250", "utf-8", "nonsense"])
def test_utf_8_is_read_as_such_whatever_is_declared(language: str, declared: str):
    sentence = SENTENCES[language]
    assert text_of(f"<meta charset={declared}><p>{sentence}</p>".encode()) == sentence


@pytest.mark.parametrize("language", ["lv", "lt", "pl", "cs", "bg", "el"])
def test_latin_1_declared_for_another_alphabet_is_put_right(language: str):
    encoding = dict(reversed(OWN))[language]
    sentence = SENTENCES[language]
    assert text_of(f"<meta charset=iso-8859-1><p>{sentence}</p>".encode(encoding)) == sentence


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("name", ["page.html", "text.txt"])
def test_unicode_with_and_without_a_mark(encoding: str, name: str):
    sentence = SENTENCES["lv"]
    assert text_of(sentence.encode(encoding), name) == sentence


def test_big_endian_utf_16_with_a_mark():
    assert text_of(b"\xfe\xff" + "<p>Šī</p>".encode("utf-16-be")) == "Šī"


@pytest.mark.parametrize(("language", "encoding"), OWN)
def test_plain_text_has_nothing_to_declare(language: str, encoding: str):
    assert text_of(SENTENCES[language].encode(encoding), "text.txt") == SENTENCES[language]


def test_a_few_broken_bytes_do_not_spoil_a_utf_8_page():
    page = f"<p>{SENTENCES['lv']}</p><p>price 5 ".encode() + b"\x80 caf\xe9</p>"
    assert text_of(page) == SENTENCES["lv"] + " price 5 € café"


def test_a_short_latvian_sentence_is_not_read_as_central_european():
    assert text_of("<p>Līdzfinansē Eiropas Savienība</p>".encode("windows-1257")) == "Līdzfinansē Eiropas Savienība"


def test_scripts_and_tags_do_not_vote():
    page = "<script>/* Übergröße für Öffentlichkeit Ärger */</script>".encode("windows-1252")
    page += f"<p>{SENTENCES['lv'][:60]}</p>".encode("windows-1257")
    assert SENTENCES["lv"][:60] in text_of(page)


TWO_LANGUAGES = [
    ("iso-8859-1", "Grænselandets blåbær og gåsefødder vokser på øen. Über die Straße führt ein Weg für Mädchen."),
    ("iso-8859-1", "La città è già più bella. Die Straße führt"),
    ("iso-8859-1", "Le théâtre à côté de la forêt. Die schöne Straße über dem Fluß."),
    ("iso-8859-1", "Hanke on käynnissä ja näyttää hyvältä. På ön är det även mörkt och åskan går."),
    ("iso-8859-1", "El año próximo los niños vendrán también. As crianças virão à estação; não há inscrição."),
    ("windows-1250", "Šola čaka na žive učence. Čas je že. La citta nuova."),
    ("windows-1250", "Příští schůzka je v úterý a že žádné změny nejsou. Die schöne Straße führt über Görlitz."),
    ("windows-1250", "A fejlődő város őszi ülése és egy műhely. Şcoala din Iaşi şi judeţul sunt pe drum."),
    ("windows-1257", "Üritus toimus õues ja on ka. Skolā būs arī čaklā žurnāliste un Ķekava."),
    ("windows-1257", "Žmonės yra čia ir ką. Gmina że nie jest Łańcut, są także."),
    ("windows-1251", "Проектът е на община Русе и се финансира. The project is of the town."),
    ("windows-1253", "Το έργο είναι στην πόλη και δεν. The project is in the town."),
]


@pytest.mark.parametrize(("encoding", "text"), TWO_LANGUAGES)
@pytest.mark.parametrize("declared", [True, False])
def test_a_page_in_two_languages_of_one_alphabet_is_read_as_written(encoding: str, text: str, declared: bool):
    page = (f"<meta charset={encoding}>" if declared else "") + f"<p>{text}</p>"
    assert text_of(page.encode(encoding)) == text


def test_one_word_is_read_in_the_alphabet_of_its_plain_letters():
    assert text_of("<p>Übergröße</p>".encode("iso-8859-1")) == "Übergröße"
