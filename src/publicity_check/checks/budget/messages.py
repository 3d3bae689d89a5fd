"""What the budget check says, sentence by sentence."""

from collections.abc import Mapping
from types import MappingProxyType

from publicity_check.checks.interface import Message

_ASK = "Find out what the figures stand for; if they mean the same, put the wrong one right."

_CONFLICTS = {
    "share-slip": Message(
        "{wrong} is not {rate} % of {base}; {right} would be ({slip}).",
        "Check the figure against the grant agreement and write {right} if that is what was approved.",
    ),
    "base-slip": Message(
        "{share} is not {rate} % of {wrong}; it would be of {right} ({slip}).",
        "Check the figures against the grant agreement and write {right} if that is what was approved.",
    ),
    "above-maximum": Message(
        "{share} is {rate} % of {base} ({base_name}), above the highest EU share of {maximum} %: {highest}.",
        "Check the EU share and the total against the grant agreement.",
    ),
    "rate-does-not-fit": Message(
        "{share} ({share_name}) is {true_rate} % of {base} ({base_name}), not {rate} %; {rate} % would be {expected}.",
        "Check the rate and both figures against the grant agreement.",
    ),
    "part-above-total": Message(
        "{part} ({part_name}) is more than {total} ({total_name}).",
        "Check both figures; a part cannot be above the total.",
    ),
    "parts-above-total": Message(
        "The parts add up to more than the {total_name}: {parts} = {sum}, but {total} is stated.",
        "Check the parts and the {total_name} against the grant agreement.",
    ),
    "parts-below-total": Message(
        "The parts are said to make 100 %, but {parts} = {sum}, and {total} is stated as the {total_name}.",
        "Check the parts and the {total_name} against the grant agreement.",
    ),
    "sum-slip": Message(
        "{parts} = {sum}, but {total} is stated ({total_name}); it would add up with {fixes}.",
        "Check the figures against the grant agreement.",
    ),
    "partners-above-total": Message(
        "The partners' figures add up to more than the project's {total_name}: {parts} = {sum}, but {total} is stated.",
        "Check the partners' figures and the project's against the grant agreement.",
    ),
    "partners-below-total": Message(
        "The partners' figures do not add up to the project's {total_name}: {parts} = {sum}, but {total} is stated.",
        "Check the partners' figures and the project's against the grant agreement.",
    ),
    "repeated-slip": Message(
        "The {name} is given as {one} and as {other} ({slip}).",
        "Check which of the two is right and write it in both places.",
    ),
    "repeated-differs": Message(
        "The {name} is given as {one} and as {other}.",
        "Check which of the two is right and write it in both places.",
    ),
    "rates-above-hundred": Message(
        "The shares add up to {sum} %: {rates}.",
        "Check the percentages; together they cannot be more than 100 %.",
    ),
    "currencies-differ": Message(
        "{one} is not {other} at the rate that is stated ({exchange}); it would be {expected}.",
        "Check both sums and the exchange rate.",
    ),
    "same-figure-two-currencies": Message(
        "The total is given as {one} and as {other}: the same figure in two currencies.",
        "Check which currency is right.",
    ),
    "profile-slip": Message(
        "The {name} is given as {written}, but the project profile says {declared} ({slip}).",
        "Write {declared}, or put the project profile right.",
    ),
    "profile-differs": Message(
        "The {name} is given as {written}, but the project profile says {declared}.",
        "Write {declared}, or put the project profile right.",
    ),
    "profile-partner-slip": Message(
        "The {name} of {partner} is given as {written}, but the project profile says {declared} ({slip}).",
        "Write {declared}, or put the project profile right.",
    ),
    "profile-partner-differs": Message(
        "The {name} of {partner} is given as {written}, but the project profile says {declared}.",
        "Write {declared}, or put the project profile right.",
    ),
    "profile-rate-differs": Message(
        "The EU rate is given as {written}, but the project profile says {declared}.",
        "Write {declared}, or put the project profile right.",
    ),
}

_UNSURE = {
    "share-slip": "If {share} is the EU share of {base}: {wrong} is not {rate} % of it; {right} would be ({slip}).",
    "base-slip": "If {share} is a share of {base}: it is not {rate} % of {wrong}; it would be of {right} ({slip}).",
    "above-maximum": "If {share} is EU money, it is {rate} % of {base}; {maximum} % is the highest allowed.",
    "rate-does-not-fit": "{share} is {true_rate} % of {base}, and {rate} % is stated; do they belong together?",
    "part-above-total": "{part} seems to be a part ({part_name}) of {total}, but is more than that.",
    "parts-above-total": "If {parts} are the parts of {total}, they add up to {sum}, which is more.",
    "parts-below-total": "If {parts} are all parts of {total}, they add up to {sum}, which is less.",
    "sum-slip": "If {parts} make {total}, they add up to {sum}; it would fit with {fixes}.",
    "partners-above-total": "If {parts} are the partners' parts of {total}, they add up to {sum}, which is more.",
    "partners-below-total": "If {parts} are all partners' parts of {total}, they add up to {sum}, which is less.",
    "repeated-slip": "{other} looks like {one} ({name}; {slip}), but it is not clear whether it stands for the same.",
    "repeated-differs": "{one} and {other} may both stand for the {name}; the text does not say.",
    "rates-above-hundred": "The percentages add up to {sum} % ({rates}); it is not clear whether they belong together.",
    "currencies-differ": "{one} and {other} do not agree at the rate stated ({exchange}); are they the same sum?",
    "same-figure-two-currencies": "{one} and {other} are the same figure in two currencies.",
    "profile-slip": "{written} looks like the {name} of the project profile, {declared} ({slip}).",
    "profile-differs": "{written} seems to be the {name}, but the project profile says {declared}.",
    "profile-partner-slip": "{written} looks like the {name} of {partner} in the project profile, {declared} ({slip}).",
    "profile-partner-differs": "{written} seems to be the {name} of {partner}; the project profile says {declared}.",
    "profile-rate-differs": "{written} seems to be the EU rate, but the project profile says {declared}.",
}

_NOTES = {
    "cent-rounding": Message("{share} is {rate} % of {base} but for cents; exactly it would be {exact}."),
    "cents-apart": Message("{parts} = {sum}; {total} is stated, cents apart."),
    "mixed-number-styles": Message("Figures are written in different styles: {one} and {other}."),
    "ambiguous-figure": Message("{figure} can be read in two ways; it was taken as {value}."),
}

MESSAGES: Mapping[str, Message] = MappingProxyType(
    _CONFLICTS
    | _NOTES
    | {f"{code}-unsure": Message(text, _ASK) for code, text in _UNSURE.items()}
    | {
        "figures-agree": Message("The {count} budget figures agree with each other."),
        "single-figure": Message("{figure} is the only budget figure; nothing contradicts it."),
        "no-project-money": Message("The publication names no sum of the project's budget."),
        "figure-unclear": Message(
            "It is not clear whether {figure} is the project's money, and of what kind.",
            "Say beside the figure what it stands for: the total, the EU share, a partner's part.",
        ),
        "figure-unreadable": Message(
            "{figure} cannot be read as a sum of money: its digits are grouped in no known way.",
            "Write the figure anew.",
        ),
    }
)
"""Sentences of the budget check and its notes, by code."""
