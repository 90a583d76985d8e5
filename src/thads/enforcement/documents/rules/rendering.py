"""A master filled with a context: the lines of the paper, and the paper as plain text.

Jinja in its sandbox and nothing else: a field that is not there is refused by its name, never left blank.
Screen, search and tests read the same lines; the .docx is filled with the same filters (`environment`).
"""

import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from jinja2 import StrictUndefined, Template, TemplateError, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from thads.enforcement.documents.rules.masters import CONTROLS, ROWS, LineKind, Master, MasterLine
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.kernel.text import write_count, write_date, write_dong, write_int, write_long_date
from thads.kernel.text_words import money_in_words

register_sentences(
    {
        "documents.not_filled": "Mẫu của văn bản “{paper}” dùng trường {field} mà văn bản không có; hãy sửa "
        "mẫu hoặc dùng lại mẫu gốc.",
        "documents.master_unusable": "Mẫu của văn bản “{paper}” không điền được ({reason}); hãy dùng lại mẫu "
        "gốc.",
    }
)

UNKNOWN = "……"
"""What stands where a paper has nothing yet: the number of a draft, a day left out."""

_LINE, _CELL = "\x1e", "\x1f"
_NAME = re.compile(r"'([^']+)' is undefined|no attribute '([^']+)'")
_SPACES = re.compile(r"[ \t]+")
_WIDTH = 100


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One paragraph, row or block of a finished paper."""

    kind: LineKind
    cells: tuple[str, ...]

    @property
    def text(self) -> str:
        return self.cells[0]


def _day(value: object) -> str:
    return write_date(value) if isinstance(value, date) else UNKNOWN


def _long_day(value: object) -> str:
    return write_long_date(value) if isinstance(value, date) else f"ngày {UNKNOWN}"


def _dong(value: object) -> str:
    return write_dong(value) if isinstance(value, int) else UNKNOWN


def _money_words(value: object) -> str:
    return money_in_words(value) if isinstance(value, int) else UNKNOWN


def _number(value: object) -> str:
    return write_int(value) if isinstance(value, int) else UNKNOWN


def _count(value: object) -> str:
    return write_count(value) if isinstance(value, int) else UNKNOWN


def _capital(value: object) -> str:
    written = str(value)
    return written[:1].upper() + written[1:]


FILTERS = {
    "day": _day,
    "long_day": _long_day,
    "dong": _dong,
    "money_words": _money_words,
    "number": _number,
    "count": _count,
    "capital": _capital,
}
FILTER_MEANINGS: Mapping[str, str] = {
    "day": "ngày bằng số: 28/6/2024",
    "long_day": "ngày bằng chữ: ngày 28 tháng 6 năm 2024",
    "dong": "số tiền đến đồng: 5.000.000 đồng",
    "money_words": "số tiền bằng chữ: Năm triệu đồng",
    "number": "số nguyên có dấu chấm: 1.234",
    "count": "số đếm hai chữ số: 02",
    "capital": "viết hoa chữ đầu",
    "upper": "viết hoa tất cả",
    "lower": "viết thường tất cả",
}


@lru_cache(maxsize=2)
def environment(*, escaped: bool) -> ImmutableSandboxedEnvironment:
    """Return the sandbox with the house's filters; `escaped` for .docx, where a value is put into XML."""
    made = ImmutableSandboxedEnvironment(autoescape=escaped, undefined=StrictUndefined)
    built_in = {name: made.filters[name] for name in ("upper", "lower", "length", "join", "default", "e")}
    made.filters = {**built_in, **FILTERS}
    made.globals = {}
    return made


def rendered(master: Master, context: Mapping[str, object], *, paper: str) -> tuple[PaperLine, ...]:
    """Return the lines of the paper; refuses a field the context lacks, by name."""
    return tuple(_split(filled(_template(master), context, paper=paper)))


def filled(template: Template, context: Mapping[str, object], *, paper: str) -> str:
    """Return a template filled; refuses a field the context lacks, by name."""
    try:
        return template.render(context)
    except (TemplateError, TypeError, ValueError, ArithmeticError) as fault:
        raise unfilled(fault, paper=paper) from None


def unfilled(fault: Exception, *, paper: str) -> Refusal:
    """Return the refusal for a master that could not be filled."""
    named = _NAME.search(str(fault)) if isinstance(fault, UndefinedError) else None
    if named is None:
        return Refusal("documents.master_unusable", paper=paper, reason=str(fault))
    return Refusal("documents.not_filled", paper=paper, field=named[1] or named[2])


@lru_cache(maxsize=256)
def _template(master: Master) -> Template:
    return environment(escaped=False).from_string("".join(_marked(line) for line in master.lines))


def _marked(line: MasterLine) -> str:
    if line.kind in CONTROLS:
        return line.cells[0]
    return f"{_LINE}{line.kind}{_CELL}{_CELL.join(line.cells)}"


def _split(text: str) -> Iterator[PaperLine]:
    for line in text.split(_LINE)[1:]:
        kind, *cells = line.split(_CELL)
        yield PaperLine(LineKind(kind), tuple(_SPACES.sub(" ", cell).strip() for cell in cells))


# ---------------------------------------------------------------- plain text


def plain_text(lines: Iterable[PaperLine]) -> str:
    """Return the paper as text: what is searched, compared and read aloud."""
    blocks = []
    for line in lines:
        gap = "" if line.kind in _CLOSE else "\n"
        blocks.append(f"{gap}{_as_text(line)}")
    return "\n".join(blocks).strip("\n") + "\n"


_CLOSE = ROWS | {LineKind.RECIPIENT, LineKind.ITEM, LineKind.ABOUT}


def _as_text(line: PaperLine) -> str:
    match line.kind:
        case LineKind.HEAD | LineKind.HEAD_MINUTES | LineKind.SIGNATURE:
            return "\n".join(cell for cell in line.cells if cell)
        case LineKind.ROW_HEAD | LineKind.ROW:
            return "| " + " | ".join(line.cells) + " |"
        case LineKind.SIGNATURES:
            return "\n".join(" – ".join(part for part in signer(cell) if part) for cell in line.cells)
        case LineKind.PAGE:
            return "———"
        case _:
            return _wrapped(line.text)


def signer(cell: str) -> tuple[str, str]:
    """Return in what capacity somebody signs and his name, of one cell of `@signatures`."""
    capacity, _, name = cell.partition("=")
    return capacity.strip(), name.strip()


def _wrapped(text: str) -> str:
    return "\n".join(
        textwrap.fill(part, _WIDTH, break_long_words=False, break_on_hyphens=False)
        for part in text.split("\n")
    )
