"""The codes of the lines: columns c1…c17 and the memo m1 of forms 1–5 (statistics.md 3.2)."""

from enum import StrEnum


class Line(StrEnum):
    """A line of the statutory forms; c18, the rate, is derived when printing."""

    C1 = "c1"
    C2 = "c2"
    C3 = "c3"
    C3A = "c3a"
    C4 = "c4"
    C5 = "c5"
    C5A = "c5a"
    C6 = "c6"
    C7 = "c7"
    C8 = "c8"
    C9 = "c9"
    C10 = "c10"
    C10A = "c10a"
    C11 = "c11"
    C12 = "c12"
    C13 = "c13"
    C14 = "c14"
    C15 = "c15"
    C16 = "c16"
    C17 = "c17"
    M1 = "m1"


LINES = tuple(Line)
