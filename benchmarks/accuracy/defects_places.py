"""Planted defects of numbers, links and names: mistyped, cut, another programme's."""

from dataclasses import replace
from random import Random

from benchmarks.accuracy.document import Draft, Item, Piece
from benchmarks.accuracy.kinds import EITHER, FAILED, Applies, Change, Kind, with_duty


def _latlit(*roles: str) -> Applies:
    return lambda draft: bool(draft.programme.own) and draft.has(*roles)


def _swap(role: str, draft: Draft, new: str) -> Draft:
    return draft.edit(role, lambda i: replace(i, pieces=(Piece(i.text.replace(draft.number, new)),)))


def _everywhere(draft: Draft, new: str) -> Draft:
    return _swap("again", _swap("project", draft, new), new)


def other_digit(number: str, rng: Random) -> str:
    """Return a number with its last digit but one changed."""
    old = number[-2]
    return number[:-2] + rng.choice([digit for digit in "0123456789" if digit != old]) + number[-1]


def _cut_number(draft: Draft, _rng: Random) -> Draft:
    item = draft.the("project")
    shorter = item.text[: item.text.index(",")] + "."
    return draft.without("again", "grant").say("project", shorter).true(numbers=frozenset())


def _second_mention(draft: Draft, rng: Random) -> Draft:
    wrong = other_digit(draft.number, rng)
    return _swap("again", draft, wrong).true(numbers=frozenset({draft.number, wrong}), conflict=True)


def _second_mention_swapped(draft: Draft, _rng: Random) -> Draft:
    wrong = draft.number[:-2] + draft.number[-1] + draft.number[-2]
    return _swap("again", draft, wrong).true(numbers=frozenset({draft.number, wrong}), conflict=True)


def _can_swap(draft: Draft) -> bool:
    return draft.has("again") and draft.number[-1] != draft.number[-2] and not draft.has("grant")


def _look_alike(draft: Draft, _rng: Random) -> Draft:
    return _everywhere(draft, draft.number.replace("I", "l")).true(numbers=frozenset())


def _letter_o(draft: Draft, _rng: Random) -> Draft:
    return _everywhere(draft, draft.number.replace("0", "O")).true(numbers=frozenset())


def _letters_lost(draft: Draft, _rng: Random) -> Draft:
    return _everywhere(draft, draft.number.removeprefix("LLI-")).true(numbers=frozenset())


def _digits_lost(draft: Draft, _rng: Random) -> Draft:
    return _everywhere(draft, "LLI-").true(numbers=frozenset())


def _digit_too_many(draft: Draft, _rng: Random) -> Draft:
    return _everywhere(draft, draft.number + "71").true(numbers=frozenset())


def _other_programme(draft: Draft, rng: Random) -> Draft:
    number = draft.programme.extra["other_number"].format(rng.randrange(11, 99))
    return _everywhere(draft, number).true(numbers=frozenset({number}), conflict=None)


def _link(role: str, shown: str, target: str) -> Change:
    def change(draft: Draft, _rng: Random) -> Draft:
        host = draft.programme.host
        other = str(draft.programme.extra.get("other_host", ""))
        values = {"host": host, "other": other, "typo": host[1] + host[0] + host[2:]}
        right = {"programme_link" if role == "programme-link" else "europa_link": False, "conflict": None}

        def edit(item: Item) -> Item:
            label = item.pieces[0]
            return replace(item, pieces=(label, Piece(shown.format(**values), "a", target.format(**values))))

        return draft.edit(role, edit).true(**right)

    return change


def _cut_link(role: str) -> Change:
    def change(draft: Draft, _rng: Random) -> Draft:
        gone = {"programme_link": False} if role == "programme-link" else {"europa_link": False}
        return draft.without(role).true(**gone)

    return change


def _hide_link(role: str) -> Change:
    def change(draft: Draft, _rng: Random) -> Draft:
        gone = {"programme_link": False} if role == "programme-link" else {"europa_link": False}
        return draft.shape(role, "display-none" if draft.format == "html" else "vanish").true(**gone)

    return change


def _links(role: str, check: str, wrong: dict[str, tuple[str, str]]) -> list[Kind]:
    name = role.replace("-link", " link")
    has = _latlit(role)
    kinds = [Kind(f"{name}: {what}", check, _link(role, *texts), has, FAILED) for what, texts in wrong.items()]
    kinds.append(Kind(f"{name} cut", check, _cut_link(role), _latlit(role), FAILED))
    kinds.append(Kind(f"{name} hidden", check, _hide_link(role), _latlit(role), EITHER))
    return kinds


def _other_name(draft: Draft, _rng: Random) -> Draft:
    name = draft.programme.own[draft.language]["other_name"]
    return draft.say("programme", draft.words["programme"].format(programme=name)).true(conflict=None)


def _no_fund(draft: Draft) -> Draft:
    item = draft.the("budget")
    figures = item.text.split(")")[0].rsplit("(", 1)[0]
    first = figures.split(", ")[0].rstrip(". ") + "."
    return draft.say("budget", first).true(sums=draft.sums[:1])


def _wrong_fund(draft: Draft, _rng: Random) -> Draft:
    fund = Item("fund", (Piece(draft.words["esf"].removesuffix("+").removesuffix(" Plus").strip() + "."),))
    return _no_fund(draft).add(fund).true(conflict=None)


KINDS = [
    Kind("project number cut", "project-number", _cut_number, with_duty("project-number", "project"), FAILED),
    Kind("project number: digit changed on second mention", "project-number", _second_mention, _latlit("again"),
         FAILED),
    Kind("project number: digits swapped on second mention", "project-number", _second_mention_swapped,
         lambda d: _can_swap(d) and bool(d.programme.own), FAILED),
    Kind("project number: look-alike letter", "project-number", _look_alike, _latlit("again"), EITHER),
    Kind("project number: letter O for nought", "project-number", _letter_o,
         lambda d: bool(d.programme.own) and "0" in d.number, EITHER),
    Kind("project number: letters lost", "project-number", _letters_lost, _latlit("again"), EITHER),
    Kind("project number: digits lost", "project-number", _digits_lost, _latlit("again"), EITHER),
    Kind("project number: digits too many", "project-number", _digit_too_many, _latlit("again"), EITHER),
    Kind("project number of another programme", "project-number", _other_programme, _latlit("again"), EITHER),
    *_links("programme-link", "programme-link", {
        "mistyped": ("www.{typo}", "https://www.{typo}/"),
        "look-alike host": ("www.{host}", "https://www.{host}.example.com/"),
        "look-alike letter": ("www.1atlit.eu", "https://www.1atlit.eu/"),
        "another programme's site": ("www.{other}", "https://www.{other}/"),
        "text and target disagree": ("www.{host}", "https://www.example.org/"),
    }),
    *_links("europa-link", "eu-link", {
        "mistyped": ("www.europe.eu", "https://www.europe.eu/"),
        "look-alike host": ("www.europa.eu", "https://www.europa.eu.example.com/"),
        "text and target disagree": ("www.europa.eu", "https://www.example.org/"),
    }),
    Kind("programme name of another programme", "programme-name", _other_name, _latlit("programme"), EITHER),
    Kind("programme name cut", "programme-name", lambda d, _: d.without("programme"), _latlit("programme"), EITHER),
    Kind("fund name cut", "fund-name", lambda d, _: _no_fund(d).without("fund"), _latlit("budget"), EITHER),
    Kind("fund name of another fund", "fund-name", _wrong_fund, _latlit("budget"), EITHER),
]  # fmt: skip
