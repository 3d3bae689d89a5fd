"""Planted defects of the disclaimer: cut whole or in part, turned round, its slot empty, another programme's."""

from dataclasses import replace
from random import Random
from typing import Any

from benchmarks.accuracy.defects_statement import other_words
from benchmarks.accuracy.document import Draft
from benchmarks.accuracy.kinds import EITHER, FAILED, REVIEW, Change, Kind, with_item
from benchmarks.accuracy.texts import words

CHECK = "disclaimer"
HAS = with_item("disclaimer")


def _own(draft: Draft) -> dict[str, Any]:
    return draft.programme.own.get(draft.language, {})


def _is_mga(draft: Draft) -> bool:
    return draft.programme.disclaimer == "mga"


def _has_own(draft: Draft) -> bool:
    return bool(_own(draft)) and draft.has("disclaimer")


def _said(text: str, draft: Draft, status: str = "deviant") -> Draft:
    return draft.say("disclaimer", text).true(disclaimer=status)


def _cut(draft: Draft, _rng: Random) -> Draft:
    return draft.without("disclaimer").true(disclaimer="absent")


def _last_sentence_cut(draft: Draft, _rng: Random) -> Draft:
    own, text = _own(draft), draft.words
    if own:
        return _said(own["first"].format(**own) + own["close"], draft)
    return _said(text["views"] + text["reflect"], draft)


def _first_sentence_cut(draft: Draft, _rng: Random) -> Draft:
    return _said(draft.words["liable"], draft)


def _clause_cut(draft: Draft, _rng: Random) -> Draft:
    text = draft.words
    return _said(f"{text['views'].rstrip(',')}. {text['liable']}", draft)


def _turned_round(draft: Draft, _rng: Random) -> Draft:
    old, new = _own(draft).get("reversed") or draft.words.many("reversed")
    item = draft.the("disclaimer")
    return _said(item.text.replace(old, new), draft)


def _slot(filling: str) -> Change:
    def change(draft: Draft, _rng: Random) -> Draft:
        own = _own(draft)
        if own:
            filled = own["placeholder"] if filling == "placeholder" else ""
            first = own["first"].format(beneficiary=filled).rstrip()
            return _said(first + own["second"], draft)
        text = draft.words
        if filling == "placeholder":
            return _said(draft.words.disclaimer.replace("EACEA", "XXXX"), draft)
        return _said(f"{text['views']}{text['unauthorised']} {text['liable']}", draft)

    return change


def _other_programme(draft: Draft, _rng: Random) -> Draft:
    return _said(draft.words.disclaimer, draft)


def _other_language(draft: Draft, rng: Random) -> Draft:
    other = other_words(draft, rng)
    own = draft.programme.own.get(other.language, {})
    text = own["first"].format(**own) + own["second"] if own else words()[other.language].disclaimer
    return _said(text, draft)


def _hidden(form: str) -> Change:
    def change(draft: Draft, _rng: Random) -> Draft:
        return draft.edit("disclaimer", lambda item: replace(item, form=form)).true(disclaimer="absent")

    return change


def _both_in_other_language(draft: Draft, rng: Random) -> Draft:
    other = other_words(draft, rng)
    own = draft.programme.own[other.language]
    said = draft.say("statement", own["statement"]).true(statement="deviant")
    return _said(own["first"].format(**own) + own["second"], said)


KINDS = [
    Kind("funding texts in another language", "language", _both_in_other_language, _has_own, EITHER),
    Kind("disclaimer cut", CHECK, _cut, HAS, FAILED),
    Kind("disclaimer: last sentence cut", CHECK, _last_sentence_cut, HAS, FAILED),
    Kind("disclaimer: first sentence cut", CHECK, _first_sentence_cut, _is_mga, FAILED),
    Kind("disclaimer: key clause cut", CHECK, _clause_cut, _is_mga, FAILED),
    Kind("disclaimer turned round", CHECK, _turned_round, HAS, EITHER),
    Kind("disclaimer: slot empty", CHECK, _slot("empty"), _has_own, FAILED),
    Kind("disclaimer: authority left out", CHECK, _slot("empty"), _is_mga, EITHER),
    Kind("disclaimer: slot still a placeholder", CHECK, _slot("placeholder"), HAS, EITHER),
    Kind("disclaimer of another programme", CHECK, _other_programme, _has_own, EITHER),
    Kind("disclaimer in another language only", CHECK, _other_language, HAS, REVIEW),
    Kind("disclaimer hidden: display-none", CHECK, _hidden("display-none"), HAS, EITHER, ("html",)),
    Kind("disclaimer hidden: comment", CHECK, _hidden("comment"), HAS, EITHER, ("html",)),
    Kind("disclaimer hidden: vanish", CHECK, _hidden("vanish"), HAS, EITHER, ("docx",)),
    Kind("disclaimer hidden: deleted", CHECK, _hidden("deleted"), HAS, EITHER, ("docx",)),
]
