"""The word "project" in the singular, in the Union's languages: it tells one project from many."""

from publicity_check.text import words

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
