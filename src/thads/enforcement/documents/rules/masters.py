"""The source of a master: a text a lawyer can review line by line, from which the .docx is made.

One line is one paragraph; a line that begins with spaces goes on with the one before; blank lines and lines
that begin with `#` are for the reader only.

    @head                    heading: agency | nation and motto, number | place and day
    @head minutes            the same without the number
    @title QUYẾT ĐỊNH        centred, bold
    @about Về việc …         centred, bold, under the title
    @centre QUYẾT ĐỊNH:      centred, bold
    @to Kính gửi: …          centred
    @right …                 to the right, italic
    @page                    a new page
    Căn cứ … / Xét …         legal basis, italic
    Điều 1. …                article: its number bold
    - …                      item
    | a | b |                row of a table; the first is its heading
    {% if … %} {% for … %}   alone on their line: what they hold is printed or repeated
    @recipients              begins the list “Nơi nhận”: the items after it, up to
    @signature               who signs, from the standard fields
    @signatures A = {{ a }} | B = {{ b }}    several signatures side by side, with names

`@about` right after `@head` is the subject of a letter, under its number. Fields stand as `{{ name }}`, with
the filters of `rendering.FILTER_MEANINGS`. Form and heading follow the decree on clerical work (N30).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum


class LineKind(StrEnum):
    """What a line of a paper is; screen, text and .docx each draw it in their way."""

    HEAD = "head"
    HEAD_MINUTES = "head_minutes"
    TITLE = "title"
    ABOUT = "about"
    CENTRE = "centre"
    TO = "to"
    RIGHT = "right"
    BASIS = "basis"
    ARTICLE = "article"
    BODY = "body"
    ITEM = "item"
    ROW_HEAD = "row_head"
    ROW = "row"
    RECIPIENTS = "recipients"
    RECIPIENT = "recipient"
    SIGNATURE = "signature"
    SIGNATURES = "signatures"
    PAGE = "page"
    CONTROL = "control"
    ROW_CONTROL = "row_control"


CONTROLS = frozenset({LineKind.CONTROL, LineKind.ROW_CONTROL})
ROWS = frozenset({LineKind.ROW_HEAD, LineKind.ROW})

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
RECIPIENTS = "Nơi nhận:"
HEAD_CELLS = (
    "{{ agency_above|upper }}",
    "{{ agency_name|upper }}",
    NATION,
    MOTTO,
    "Số: {{ number }}",
    "{{ agency_place }}, {{ issued_on|long_day }}",
)
SIGNATURE_CELLS = ("{{ signer_on_behalf|upper }}", "{{ signer_title|upper }}", "{{ signer_name }}")


class MasterFault(ValueError):
    """A source of the package is wrong: says which line and what is the matter."""


@dataclass(frozen=True, slots=True)
class MasterLine:
    """One paragraph, row or control of a master; `place` is its line (source) or paragraph (.docx)."""

    kind: LineKind
    cells: tuple[str, ...]
    place: int

    @property
    def text(self) -> str:
        """The cells as one text, as a reader of faults sees them."""
        return " | ".join(self.cells)


@dataclass(frozen=True, slots=True)
class Master:
    """A master as lines; `unit` says what a place counts: lines of a text, paragraphs of a .docx."""

    lines: tuple[MasterLine, ...]
    unit: str = "dòng"

    @property
    def has_basis(self) -> bool:
        """Whether the paper names its legal basis."""
        return any(line.kind is LineKind.BASIS or is_basis(line.text) for line in self.lines)


_CONTROL = re.compile(r"\{%-?\s*(\w+)[^%]*%\}")
_BASIS = re.compile(r"(?:Căn cứ|Xét|Thực hiện|Theo đề nghị)\s")
_ARTICLE = re.compile(r"Điều \d+\.")
_DIRECTIVE = re.compile(r"@(\w+)\s*(.*)", re.DOTALL)
_TEXTED = {
    "title": LineKind.TITLE,
    "about": LineKind.ABOUT,
    "centre": LineKind.CENTRE,
    "to": LineKind.TO,
    "right": LineKind.RIGHT,
}
_OPENING = frozenset({"if", "for"})
_CLOSING = frozenset({"endif", "endfor"})


def is_basis(text: str) -> bool:
    """Say whether a paragraph names the legal basis of the paper."""
    return _BASIS.match(text) is not None


def is_control(text: str) -> bool:
    """Say whether a paragraph is nothing but a control."""
    return _CONTROL.fullmatch(text) is not None


def parse_master(source: str) -> Master:
    """Read a source; a directive nobody knows is a `MasterFault` with its line."""
    lines: list[MasterLine] = []
    in_recipients = False
    for place, text in _joined(source):
        line = _line(text, place, in_recipients=in_recipients)
        if line.kind is LineKind.RECIPIENTS:
            in_recipients = True
        elif line.kind in {LineKind.SIGNATURE, LineKind.SIGNATURES}:
            in_recipients = False
        lines.append(line)
    return Master(tuple(with_tables(lines)))


def _joined(source: str) -> Iterator[tuple[int, str]]:
    """Yield each paragraph with the line it begins on; indented lines belong to the one before."""
    place, text = 0, ""
    for no, written in enumerate(source.splitlines(), 1):
        if not written.strip() or written.startswith("#"):
            continue
        if written[0].isspace() and text:
            text = f"{text} {written.strip()}"
            continue
        if text:
            yield place, text
        place, text = no, written.strip()
    if text:
        yield place, text


def _line(text: str, place: int, *, in_recipients: bool) -> MasterLine:
    if is_control(text):
        return MasterLine(LineKind.CONTROL, (text,), place)
    if text.startswith("@"):
        return _directive(text, place)
    if text.startswith("|"):
        return MasterLine(LineKind.ROW, cells_of(text.strip("|")), place)
    if text.startswith("- "):
        kind = LineKind.RECIPIENT if in_recipients else LineKind.ITEM
        return MasterLine(kind, (text,), place)
    return MasterLine(_plain_kind(text), (text,), place)


def _plain_kind(text: str) -> LineKind:
    if is_basis(text):
        return LineKind.BASIS
    return LineKind.ARTICLE if _ARTICLE.match(text) else LineKind.BODY


def cells_of(text: str) -> tuple[str, ...]:
    """Return the cells of a row: parted by bars, except those of filters within `{{ }}`."""
    cells, depth, begin = [], 0, 0
    for at, letter in enumerate(text):
        depth += {"{": 1, "}": -1}.get(letter, 0)
        if letter == "|" and not depth:
            cells.append(text[begin:at].strip())
            begin = at + 1
    return (*cells, text[begin:].strip())


def _directive(text: str, place: int) -> MasterLine:
    match = _DIRECTIVE.fullmatch(text)
    name, rest = (match[1], match[2]) if match else ("", "")
    if name in _TEXTED:
        return MasterLine(_TEXTED[name], (rest,), place)
    if name == "signatures" and rest:
        return MasterLine(LineKind.SIGNATURES, cells_of(rest), place)
    fixed = _FIXED.get((name, rest))
    if fixed is None:
        raise MasterFault(f"line {place}: {text}")
    return MasterLine(*fixed, place)


_FIXED: dict[tuple[str, str], tuple[LineKind, tuple[str, ...]]] = {
    ("head", ""): (LineKind.HEAD, HEAD_CELLS),
    ("head", "minutes"): (LineKind.HEAD_MINUTES, (*HEAD_CELLS[:4], HEAD_CELLS[5])),
    ("page", ""): (LineKind.PAGE, ("",)),
    ("recipients", ""): (LineKind.RECIPIENTS, (RECIPIENTS,)),
    ("signature", ""): (LineKind.SIGNATURE, SIGNATURE_CELLS),
}


def with_tables(lines: Iterable[MasterLine]) -> Iterator[MasterLine]:
    """Yield the lines with the first row of each table made its heading, and with the controls that repeat
    or drop rows told from those of paragraphs.
    """
    listed = list(lines)
    in_table, depth = False, 0
    for at, line in enumerate(listed):
        if line.kind is LineKind.ROW:
            yield line if in_table else MasterLine(LineKind.ROW_HEAD, line.cells, line.place)
            in_table = True
        elif in_table and line.kind is LineKind.CONTROL and (depth or _row_follows(listed, at)):
            depth += _steps(line.text)
            yield MasterLine(LineKind.ROW_CONTROL, line.cells, line.place)
        else:
            in_table, depth = False, 0
            yield line


def _steps(control: str) -> int:
    match = _CONTROL.match(control)
    word = match[1] if match else ""
    return (word in _OPENING) - (word in _CLOSING)


def _row_follows(lines: list[MasterLine], at: int) -> bool:
    """Say whether the control opens rows: the next line that is no control is a row."""
    if _steps(lines[at].text) <= 0:
        return False
    after = next((line for line in lines[at:] if line.kind is not LineKind.CONTROL), None)
    return after is not None and after.kind is LineKind.ROW
