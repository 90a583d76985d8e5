"""The law of civil judgment enforcement as dated data, each value with its article (see `book.Law`).

Read without a framework and without a clock: the day is always an argument. `LAW` reads each file of
`law/data` when it is first asked for.
"""

from pathlib import Path

from thads.law.book import Law
from thads.law.diff import Change
from thads.law.forms import (
    Column,
    FormLayout,
    FormUnit,
    HeadingCell,
    Identity,
    IdentityKind,
    RowDimension,
    RowGroup,
)
from thads.law.formulas import Formula, Rate, Sum
from thads.law.glossary import Term
from thads.law.grounds import Ground, GroundKind
from thads.law.holidays import AnnouncedYear, DaySwap
from thads.law.loading import LawFileFault
from thads.law.obligations import ObligationRule
from thads.law.regimes import Regime
from thads.law.rulings import Certainty, Ruling, Timeline, Unit
from thads.law.signing import Authority, Role, SigningRule

LAW = Law(Path(__file__).parent / "data")

__all__ = [
    "LAW",
    "AnnouncedYear",
    "Authority",
    "Certainty",
    "Change",
    "Column",
    "DaySwap",
    "FormLayout",
    "FormUnit",
    "Formula",
    "Ground",
    "GroundKind",
    "HeadingCell",
    "Identity",
    "IdentityKind",
    "Law",
    "LawFileFault",
    "ObligationRule",
    "Rate",
    "Regime",
    "Role",
    "RowDimension",
    "RowGroup",
    "Ruling",
    "SigningRule",
    "Sum",
    "Term",
    "Timeline",
    "Unit",
]
