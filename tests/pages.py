"""Press releases written for these tests: a Latvian page of a Latvia–Lithuania project, whole or with parts changed."""

STATEMENT = "Šī publikācija ir sagatavota ar Eiropas Savienības finansiālo atbalstu."
DISCLAIMER = (
    "Par šīs publikācijas saturu pilnībā atbild Upes novada pašvaldība, un tas nekādos apstākļos nav uzskatāms par "
    "Eiropas Savienības oficiālo nostāju."
)
LINKS = (
    'Programmas mājaslapa <a href="https://www.latlit.eu/">www.latlit.eu</a>; '
    'par Eiropas Savienību: <a href="https://europa.eu/">europa.eu</a>'
)
NUMBER = "LLI-422"
PROGRAMME = "Latvijas–Lietuvas pārrobežu sadarbības programmas"
TOTAL = "Kopējās projekta izmaksas ir 520 000,00 EUR."
BUDGET = f"{TOTAL} Eiropas Reģionālās attīstības fonda līdzfinansējums ir 442 000,00 EUR."
EMBLEM = '<img src="/img/eu-emblem.png" alt="Eiropas Savienības karogs">'


def latvian(  # one keyword for each part that a test may change
    *,
    statement: str = STATEMENT,
    disclaimer: str = DISCLAIMER,
    links: str = LINKS,
    number: str = NUMBER,
    programme: str = PROGRAMME,
    budget: str = BUDGET,
    emblem: str = EMBLEM,
    more: str = "",
    head: str = "",
) -> bytes:
    """Return a page as UTF-8; without changes everything that its programme asks for is in order."""
    return f"""<!DOCTYPE html>
<html lang="lv"><head><meta charset="utf-8"><title>Upes krastā top jauna taka</title>{head}</head>
<body>
<header>{emblem}<nav><a href="/jaunumi">Jaunumi</a></nav></header>
<main>
<h1>Upes krastā top jauna taka</h1>
<p>Pavasarī iedzīvotāji kopā ar kaimiņiem no Lietuvas atklāja pirmo posmu takai gar upi. Darbi notika {programme}
projekta “Zaļā upe” Nr. {number} ietvaros, un tajos piedalījās skolēni, uzņēmēji un abu pašvaldību darbinieki.</p>
<p>{budget}</p>
<p>{links}</p>
<p>{statement} {disclaimer}</p>
{more}
</main>
<footer><p>Upes iela 1, Upe, LV-5201. Tālr. 65200000. Reģ. Nr. 90000000000</p></footer>
</body></html>""".encode()
