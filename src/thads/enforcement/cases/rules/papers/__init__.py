"""The kinds of papers that the steps of a case write, with the fields of their masters (process.md 5.4).

Importing a module registers its kinds; their wording stands in `documents/masters/<code>/<variant>.txt`.
"""

from thads.enforcement.cases.rules.papers import (
    correcting,
    decisions,
    ending,
    intake,
    measures,
    minutes,
    requests,
    resting,
    working,
)

__all__ = [
    "correcting",
    "decisions",
    "ending",
    "intake",
    "measures",
    "minutes",
    "requests",
    "resting",
    "working",
]
