"""What the house answers when something is not lawful or not right.

A *refusal* stops an act: it is raised, shown to the officer beside the button, and carries the article.
A *problem* describes a fault in something that was handed in (a row, a report, a run): it is a value.
Both speak Vietnamese through one table of sentences, so that a screen, the API and the command line
say the same thing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from thads.kernel.sentences import sentence


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Refusal(Exception):
    """The act is not lawful or not possible now; nothing was changed."""

    def __init__(self, code: str, *, basis: str = "", **details: object) -> None:
        self.code = code
        self.basis = basis
        self.details = details
        super().__init__(code)

    @property
    def message(self) -> str:
        """The Vietnamese sentence for the officer, with the article when there is one."""
        said = sentence(self.code, self.details)
        return f"{said} ({self.basis})" if self.basis else said

    def __str__(self) -> str:
        return self.message


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault in something handed in: which kind, where, what to do; a value, never raised."""

    code: str
    where: str = ""
    severity: Severity = Severity.ERROR
    basis: str = ""
    details: Mapping[str, object] = field(default_factory=dict)

    @property
    def message(self) -> str:
        said = sentence(self.code, self.details)
        return f"{said} ({self.basis})" if self.basis else said
