"""The .docx of a master, made from its text: what an office downloads, edits in its word processor, uploads.

Every line of the text becomes a paragraph, row or block as official papers have them (N30 Đ8); fields
and controls stay as they are, in the notation of the filler: `{%p … %}` for paragraphs, `{%tr … %}` for rows.
"""

import re
from collections.abc import Iterator, Sequence

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Length, Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from thads.enforcement.documents.rules.masters import CONTROLS, LineKind, Master, MasterLine
from thads.enforcement.documents.rules.rendering import signer
from thads.enforcement.documents.word.drawing import (
    BODY,
    CENTRE,
    HEADING,
    INDENT,
    JUSTIFIED,
    LEFT,
    RIGHT,
    SMALL,
    TABLE,
    add_row,
    control,
    grid,
    repeat_heading,
    ruled,
    set_up,
    spaced,
    write,
)
from thads.enforcement.documents.word.packing import packed

_HEAD_WIDTHS = (Mm(66), Mm(94))
_FOOT_WIDTHS = (Mm(74), Mm(86))
_WIDTH = Mm(160)
_ARTICLE = re.compile(r"(Điều \d+\.)(.*)", re.DOTALL)
_CONTROL = re.compile(r"\{%-?\s*")
_FOOT = frozenset({LineKind.RECIPIENTS, LineKind.RECIPIENT, LineKind.SIGNATURE})
_AMOUNT = "|dong"
_FIGURES = (_AMOUNT, "|number")
_COUNTS = ("|count", ".index")
_TO_SIGN = 4
"""Empty lines in which a person signs."""


def build(master: Master, *, title: str) -> bytes:
    """Return the .docx of a master; the same text always gives the same bytes."""
    document = docx.Document()
    set_up(document)
    document.core_properties.title, document.core_properties.author = title, ""
    for block in _blocks(master.lines):
        _draw(document, block)
    return packed(document)


def _blocks(lines: Sequence[MasterLine]) -> Iterator[list[MasterLine]]:
    """Yield the lines grouped into what is drawn as one: a heading with its subject, a table, a foot."""
    block: list[MasterLine] = []
    for line in lines:
        if block and not _belongs(line, block):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _belongs(line: MasterLine, block: list[MasterLine]) -> bool:
    first = block[0].kind
    if first is LineKind.HEAD:
        return line.kind is LineKind.ABOUT
    if first is LineKind.ROW_HEAD:
        return line.kind in {LineKind.ROW, LineKind.ROW_CONTROL}
    if first is LineKind.RECIPIENTS:
        signed = any(one.kind is LineKind.SIGNATURE for one in block)
        return not signed and (line.kind in _FOOT or line.kind is LineKind.CONTROL)
    return False


def _draw(document: Document, block: list[MasterLine]) -> None:
    match block[0].kind:
        case LineKind.HEAD | LineKind.HEAD_MINUTES:
            _head(document, block)
        case LineKind.ROW_HEAD:
            _table(document, block)
        case LineKind.RECIPIENTS | LineKind.SIGNATURE:
            _foot(document, block)
        case LineKind.SIGNATURES:
            _signatures(document, block[0].cells)
        case LineKind.PAGE:
            document.add_page_break()  # type: ignore[no-untyped-call]
        case _:
            _paragraph(document, block[0])


# ---------------------------------------------------------------- paragraphs


def _paragraph(document: Document, line: MasterLine) -> None:
    paragraph = document.add_paragraph()
    match line.kind:
        case LineKind.CONTROL:
            control(paragraph, _CONTROL.sub("{%p ", line.text, count=1))
        case LineKind.TITLE:
            spaced(write(paragraph, line.text, bold=True, align=CENTRE), before=18)
        case LineKind.ABOUT:
            spaced(write(paragraph, line.text, bold=True, align=CENTRE))
            spaced(ruled(document.add_paragraph(), left=Mm(60), right=Mm(60)), after=12)
        case LineKind.CENTRE:
            spaced(write(paragraph, line.text, bold=True, align=CENTRE), before=6, after=6)
        case LineKind.TO:
            spaced(write(paragraph, line.text, align=CENTRE), before=12, after=12)
        case LineKind.RIGHT:
            write(paragraph, line.text, italic=True, align=RIGHT)
        case LineKind.BASIS:
            _indented(write(paragraph, line.text, italic=True))
        case LineKind.ARTICLE:
            _article(paragraph, line.text)
        case _:
            _indented(write(paragraph, line.text))


def _indented(paragraph: Paragraph) -> Paragraph:
    paragraph.alignment = JUSTIFIED
    paragraph.paragraph_format.first_line_indent = INDENT
    return spaced(paragraph, after=6)


def _article(paragraph: Paragraph, text: str) -> None:
    match = _ARTICLE.fullmatch(text)
    name, rest = (match[1], match[2]) if match else ("", text)
    write(paragraph, name, bold=True)
    _indented(write(paragraph, rest))


# ---------------------------------------------------------------- heading


def _head(document: Document, block: list[MasterLine]) -> None:
    cells = block[0].cells
    numbered = block[0].kind is LineKind.HEAD
    table = grid(document, 2, _HEAD_WIDTHS)
    left, right = add_row(table, _HEAD_WIDTHS)
    _agency(left, above=cells[0], name=cells[1])
    write(right.paragraphs[0], cells[2], size=Pt(12), bold=True, align=CENTRE)
    write(right.add_paragraph(), cells[3], size=HEADING, bold=True, align=CENTRE)
    ruled(right.add_paragraph(), left=Mm(20), right=Mm(20))
    left, right = add_row(table, _HEAD_WIDTHS)
    spaced(write(left.paragraphs[0], cells[4] if numbered else "", size=HEADING, align=CENTRE), before=6)
    spaced(write(right.paragraphs[0], cells[-1], size=HEADING, italic=True, align=CENTRE), before=6)
    for line in block[1:]:
        write(left.add_paragraph(), line.text, size=TABLE, align=CENTRE)


def _agency(cell: _Cell, *, above: str, name: str) -> None:
    control(cell.paragraphs[0], "{%p if agency_above %}")
    write(cell.add_paragraph(), above, size=TABLE, align=CENTRE)
    control(cell.add_paragraph(), "{%p endif %}")
    write(cell.add_paragraph(), name, size=TABLE, bold=True, align=CENTRE)
    ruled(cell.add_paragraph(), left=Mm(18), right=Mm(18))


# ---------------------------------------------------------------- tables


def _table(document: Document, block: list[MasterLine]) -> None:
    columns = len(block[0].cells)
    widths = _column_widths([line.cells for line in block if line.kind is not LineKind.ROW_CONTROL])
    table = grid(document, columns, widths, bordered=True)
    for line in block:
        _table_row(table, line, widths)
    spaced(document.add_paragraph(), after=0).paragraph_format.line_spacing = Pt(8)


def _table_row(table: Table, line: MasterLine, widths: tuple[Length, ...]) -> None:
    cells = add_row(table, widths)
    if line.kind is LineKind.ROW_CONTROL:
        control(cells[0].paragraphs[0], _CONTROL.sub("{%tr ", line.text, count=1))
        return
    heads = line.kind is LineKind.ROW_HEAD
    for cell, text in zip(cells, _padded(line.cells, len(widths)), strict=True):
        align = CENTRE if heads else _aligned(text)
        write(cell.paragraphs[0], text, size=TABLE, bold=heads, align=align)
    if heads:
        repeat_heading(table)


def _aligned(text: str) -> WD_ALIGN_PARAGRAPH:
    if any(mark in text for mark in _FIGURES):
        return RIGHT
    return CENTRE if any(mark in text for mark in _COUNTS) else LEFT


def _padded(cells: tuple[str, ...], columns: int) -> tuple[str, ...]:
    return (*cells, *[""] * (columns - len(cells)))[:columns]


def _column_widths(rows: list[tuple[str, ...]]) -> tuple[Length, ...]:
    """Share the width by the headings: a short one (STT) gets little, amounts enough for billions."""
    amounts = {place for row in rows for place, cell in enumerate(row) if _AMOUNT in cell}
    weights = [
        max(min(max(len(heading), 5), 24), 16 if place in amounts else 0)
        for place, heading in enumerate(rows[0])
    ]
    return tuple(Length(int(_WIDTH * weight // sum(weights))) for weight in weights)


# ---------------------------------------------------------------- foot


def _foot(document: Document, block: list[MasterLine]) -> None:
    spaced(document.add_paragraph(), after=0).paragraph_format.line_spacing = Pt(10)
    table = grid(document, 2, _FOOT_WIDTHS)
    left, right = add_row(table, _FOOT_WIDTHS)
    _recipients(left, [line for line in block if line.kind is not LineKind.SIGNATURE])
    for line in block:
        if line.kind is LineKind.SIGNATURE:
            _signature(right, line.cells)


def _recipients(cell: _Cell, lines: list[MasterLine]) -> None:
    for place, line in enumerate(lines):
        paragraph = cell.paragraphs[0] if place == 0 else cell.add_paragraph()
        if line.kind in CONTROLS:
            control(paragraph, _CONTROL.sub("{%p ", line.text, count=1))
        else:
            heads = line.kind is LineKind.RECIPIENTS
            write(paragraph, line.text, size=TABLE if heads else SMALL, bold=heads, italic=heads)


def _signature(cell: _Cell, cells: tuple[str, ...]) -> None:
    on_behalf, title, name = cells
    control(cell.paragraphs[0], "{%p if signer_on_behalf %}")
    write(cell.add_paragraph(), on_behalf, bold=True, align=CENTRE)
    control(cell.add_paragraph(), "{%p endif %}")
    write(cell.add_paragraph(), title, bold=True, align=CENTRE)
    _room_to_sign(cell)
    write(cell.add_paragraph(), name, bold=True, align=CENTRE)


def _signatures(document: Document, cells: tuple[str, ...]) -> None:
    widths = tuple(Length(int(_WIDTH // len(cells))) for _ in cells)
    spaced(document.add_paragraph(), after=0).paragraph_format.line_spacing = Pt(10)
    table = grid(document, len(cells), widths)
    for cell, written in zip(add_row(table, widths), cells, strict=True):
        capacity, name = signer(written)
        write(cell.paragraphs[0], capacity, size=HEADING, bold=True, align=CENTRE)
        write(cell.add_paragraph(), "(Ký, ghi rõ họ tên)", size=TABLE, italic=True, align=CENTRE)
        _room_to_sign(cell)
        write(cell.add_paragraph(), name, size=HEADING, bold=True, align=CENTRE)


def _room_to_sign(cell: _Cell) -> None:
    for _ in range(_TO_SIGN):
        write(cell.add_paragraph(), "", size=BODY)
