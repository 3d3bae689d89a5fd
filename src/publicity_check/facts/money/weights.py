"""The weights of a reading, in one place.

Set by hand from what the words mean, then tuned by ``python -m benchmarks.accuracy.weights`` on labelled publications
in twelve languages and on generated budgets, in order and with planted slips, in all 24. A change was kept only if it
harmed none of four groups of languages: what a weight gains has to hold where it was not found.
"""

from collections.abc import Mapping, Sequence

WEIGHTS: Mapping[str, float] = {
    "proof": 0.9,
    "sure": 5.0,
    "same": 0.5,
    "near": 1.0,
    "near-same": 0.2,
    "rounded": 2.5,
    "no-whole": 1.5,
    "lone-partner": 0.8,
    "unsaid": 0.45,
    "beside-whole": 0.2,
    "outside-proof": 0.2,
    "reach": 4.0,
    "repeated": 0.8,
    "unproven": 1.0,
    "rival": 3.0,
    "above": 0.5,
    "partner-above": 0.6,
    "far-above": 4.0,
    "partners": 0.55,
    "two-partners": 0.35,
    "payers": 0.1,
    "overfull": 1.5,
    "beside-closed": 2.5,
    "broken": 1.0,
    "broken-more": 0.2,
    "unexplained": 0.3,
    "margin": 0.3,
    "certain": 1.0,
}

FIRST: Mapping[str, float] = {
    "P.*": -1.3,
    "P.eligible": -0.1,
    "P.grant": -0.1,
    "Q.*": -3.3,
    "P.piece": -0.3,
    "Q.piece": -0.3,
    "M": -1.2,
}
"""What a role has to earn before a figure is given it. P is the project, Q a partner, M the programme, Z outside."""

CUES: Mapping[str, Mapping[str, float]] = {
    "total": {"P.total": 1.3, "Q.total": 0.7, "M": 0.4, "P.eligible": 0.3},
    "cost": {"P.total": 1.2, "P.eligible": 0.8, "Q.total": 0.8, "P.piece": 0.3},
    "sum": {"P.total": 0.4},
    "budget": {"P.total": 1.8, "Q.total": 1.5, "M": 0.8},
    "eligible": {"P.eligible": 3.2, "Q.eligible": 2.6},
    "funding": {
        "P.grant": 1.9,
        "P.eu": 1.1,
        "P.national": 0.5,
        "P.own": 0.5,
        "P.private": 0.5,
        "Q.eu": 0.7,
        "Q.grant": 0.8,
        "P.total": 0.3,
    },
    "grant": {"P.grant": 2.6, "P.eu": 0.8, "Q.grant": 1.9, "Q.eu": 0.7},
    "eu": {"P.eu": 2.8, "Q.eu": 2.4, "P.grant": 0.4},
    "fund": {"P.eu": 3.0, "Q.eu": 2.6},
    "payer": {"P.eu": 1.9, "Q.eu": 1.6, "M": 0.6},
    "national": {"P.national": 2.9, "Q.national": 2.2},
    "own": {"P.own": 3.0, "Q.own": 2.5},
    "private": {"P.private": 3.0},
    "partner": {"Q.*": 3.0, "P.own": 0.6},
    "organisation": {"Q.*": 1.7, "Q.total": 1.0, "P.own": 1.1},
    "part": {"Q.*": 0.6, "P.piece": 0.4},
    "project": {"P.*": 0.7, "P.total": 0.4, "Q.*": 0.2},
    "programme": {"M": 2.4, "Z": 0.5, "P.total": -0.7, "P.grant": -0.3},
    "call": {"Z": 3.0},
    "limit": {"Z": 1.6},
    "requested": {"Z": 2.2},
    "paid": {"Z": 1.5, "P.piece": 0.3},
    "price": {"Z": 3.2},
    "other": {"Z": 2.4, "P.piece": 2.4},
    "remaining": {"P.own": 3.2, "P.national": 2.5, "P.eu": 1.5, "P.private": 2.4},
    "additional": {"P.piece": 3.0, "P.grant": -0.8},
    "within": {
        "*.eu": 0.5,
        "*.national": 0.5,
        "*.own": 0.5,
        "*.private": 0.5,
        "*.piece": 0.3,
        "P.total": -0.8,
        "Z": -0.8,
    },
    "aside": {"Z": 1.6},
    "link": {"Z": 1.2},
    "footer": {"Z": 0.5},
    "small": {"Z": 2.0},
    "huge": {"Z": 2.0, "M": 4.0},
    "price-like": {"Z": 6.0},
    "cited": {"Z": 6.0},
    "named-row": {"Q.*": 2.2, "P.piece": 1.0, "P.own": 0.4},
    "partner-row": {"Q.*": 3.2},
    "row": {"P.piece": 0.9},
    "part-row": {"P.piece": 2.6, "Q.total": 0.4},
    "total-row": {"P.*": 0.8, "P.total": 1.0},
    "rate-beside": {"*.eu": 0.9, "*.national": 0.8, "*.own": 0.8, "P.grant": 0.6, "P.private": 0.6, "Z": -0.7},
    "labelled": {"P.*": 0.6},
    "labelled-whole": {"P.total": 0.8},
    "owner": {"Q.*": 1.2, "Q.total": 0.5},
    "stranger": {"Z": 3.5},
    "second-budget": {"Q.total": 3.0},
}
"""What each cue speaks for, and what places do: an aside, a row named after somebody, a rate beside the figure."""

TOGETHER: Sequence[tuple[tuple[str, ...], tuple[str, ...], Mapping[str, float]]] = (
    (
        ("total", "funding"),
        ("eu", "fund", "national", "own", "grant", "cost", "budget"),
        {"P.total": 1.1, "P.grant": -0.5},
    ),
    (("eu", "national"), ("budget",), {"P.grant": 2.6, "P.eu": -0.6, "P.national": -0.6}),
    (("fund", "national"), ("budget",), {"P.grant": 2.0, "P.eu": -0.4, "P.national": -0.4}),
    (("project", "cost"), (), {"P.total": 0.7}),
    (("total", "cost"), ("eligible",), {"P.total": 0.5}),
    (("partner", "total"), (), {"Q.total": 0.5}),
    (("partner", "own"), (), {"P.own": 1.0, "Q.*": -0.8}),
    (("eu", "grant"), (), {"P.grant": -1.5}),
    (("fund", "grant"), (), {"P.grant": -1.5}),
    (("eligible", "eu"), (), {"P.eligible": -1.0}),
    (("eligible", "fund"), (), {"P.eligible": -1.0}),
    (("eligible", "national"), (), {"P.eligible": -1.0}),
    (("eligible", "own"), (), {"P.eligible": -1.0}),
)
"""Cues that together say more than each, or less: those that have to stand there, those that must not."""

PLACES: Mapping[str, float] = {
    "near": 1.0,
    "wide": 0.35,
    "after": 0.9,
    "after-too": 0.35,
    "scope-after": 0.55,
    "carried": 0.6,
    "carried-within": 0.9,
    "row": 1.1,
    "column": 1.0,
    "corner": 0.5,
    "caption": 0.35,
    "pair": 1.1,
    "foreign": 0.35,
}
"""How much cues count by where they stand."""
