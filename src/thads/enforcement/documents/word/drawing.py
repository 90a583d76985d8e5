"""Small things drawn in a .docx the way official papers look (N30 Đ8): words, rules, grids, pages."""

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

FONT = "Times New Roman"
BODY = Pt(14)
HEADING = Pt(13)
TABLE = Pt(12)
SMALL = Pt(11)
INDENT = Mm(10)
CENTRE, LEFT, RIGHT, JUSTIFIED = (
    WD_ALIGN_PARAGRAPH.CENTER,
    WD_ALIGN_PARAGRAPH.LEFT,
    WD_ALIGN_PARAGRAPH.RIGHT,
    WD_ALIGN_PARAGRAPH.JUSTIFY,
)


def set_up(document: Document) -> None:
    """Lay out the page and the default style: A4, margins and type of official papers."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(20)
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, BODY
    style.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(0)
    _number_pages(document)


def _number_pages(document: Document) -> None:
    """Number the pages at the top centre, from the second on."""
    section = document.sections[0]
    section.different_first_page_header_footer = True
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = CENTRE
    run = paragraph.add_run()
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = text
        run._r.append(element)


def write(
    paragraph: Paragraph, text: str, *, size: Length = BODY, bold: bool = False, italic: bool = False,
    align: WD_ALIGN_PARAGRAPH | None = None,
) -> Paragraph:  # fmt: skip
    """Add words to a paragraph."""
    run = paragraph.add_run(text)
    run.font.size, run.bold, run.italic = size, bold or None, italic or None
    if align is not None:
        paragraph.alignment = align
    return paragraph


def spaced(paragraph: Paragraph, *, before: int = 0, after: int = 0) -> Paragraph:
    """Set the space above and below a paragraph, in points."""
    paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(before), Pt(after)
    return paragraph


def ruled(paragraph: Paragraph, *, left: Length, right: Length) -> Paragraph:
    """Make a paragraph the short line under a heading."""
    paragraph.paragraph_format.left_indent, paragraph.paragraph_format.right_indent = left, right
    paragraph.paragraph_format.line_spacing = Pt(3)
    borders, bottom = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "0"), ("color", "000000")):
        bottom.set(qn(f"w:{name}"), value)
    borders.append(bottom)
    paragraph._p.get_or_add_pPr().insert_element_before(borders, "w:spacing", "w:ind", "w:jc", "w:rPr")
    return paragraph


def grid(document: Document, columns: int, widths: tuple[Length, ...], *, bordered: bool = False) -> Table:
    """Add an empty table of fixed column widths."""
    table: Table = document.add_table(rows=0, cols=columns)
    table.autofit = False
    if bordered:
        table.style = document.styles["Table Grid"]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    return table


def add_row(table: Table, widths: tuple[Length, ...]) -> tuple[_Cell, ...]:
    """Add a row that does not break over pages; return its cells."""
    row = table.add_row()  # type: ignore[no-untyped-call]
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    for cell, width in zip(row.cells, widths, strict=True):
        cell.width = width
    return tuple(row.cells)


def repeat_heading(table: Table) -> None:
    """Let the last row added be repeated at the top of each page."""
    table.rows[-1]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def control(paragraph: Paragraph, words: str) -> None:
    """Put a control into a paragraph of its own, small: it vanishes when the master is filled."""
    write(paragraph, words, size=Pt(8))
