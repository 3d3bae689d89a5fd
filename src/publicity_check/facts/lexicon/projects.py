"""Words of the Union's languages that tell what a sentence is about: a project, one of them, or a programme."""

from publicity_check.text.words import words

_FORMS = (
    "project projekt projektet projektets projektem projektu projektom projekta projektam projektā projektui "
    "projekte projekti projekts projektas projekto projektą projektile projektis projektnek projektet projekthez "
    "projektje pályázat hanke hankkeen hanketta hankkeessa hankkeelle hankkeena projet proyecto progetto projeto "
    "projecto proiect proiectul proiectului проект проекта проектът έργο έργου proġett tionscadal tionscadail "
    "operace operácia operacijo naložbo naložba projektowi "
    "projektist projektis projektile projektiga projektina projektil projekcie projektě hankkeesta hankkeella "
    "hankkeelta hankkeeseen projektissa projektin projektia projektista projektben projektből projekttel projektről "
    "projektre projektünk projektjének projektjében thionscadal dtionscadal thionscadail"
)
PROJECT = frozenset(w for form in _FORMS.split() for w in words(form))
"""Folded forms; some are the plural of another language ("projekte")."""

_PROGRAMMES = (
    "programme program programma programm programa programmet programmi programmo programul programului programu "
    "programos programą programmu programmas programmai programem programja programot πρόγραμμα προγράμματος "
    "програма програмата clár ohjelma ohjelmaa ohjelmaan programi programmen"
)
PROGRAMME = frozenset(w for form in _PROGRAMMES.split() for w in words(form))
"""Folded forms of "programme" in the singular."""
_COPULAS = (
    "is are was were has been being ist sind wird wurde est sont era è viene e es son fue é são foi jest są został "
    "została je jsou byl byla bylo sú bol bola bolo so bil bila bilo su este sunt е са беше е είναι on ovat oli yra "
    "buvo ir tiek tika är blir er bliver blev wordt werd huwa hija tá"
)
COPULAS = frozenset(w for form in _COPULAS.split() for w in words(form))
"""Folded forms of "is", "was" and "becomes", which tie what is funded to the verb that says so."""
