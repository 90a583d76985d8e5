"""An uploaded .docx, read with suspicion: is it one, is it harmless, and what are its words.

Nothing in it is run, followed or fetched. Refused: what is no .docx or too large, macros, embedded objects,
links to outside (also templates and pictures loaded from elsewhere), fields that load or run something.
"""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

import docx
from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree

from thads.enforcement.documents.rules.masters import LineKind, Master, MasterLine, is_control, with_tables
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "documents.not_docx": "Tệp này không phải là văn bản Word (.docx) đọc được; hãy mở bằng chương trình "
        "soạn thảo và lưu lại với đuôi .docx.",
        "documents.docx_too_large": "Mẫu văn bản lớn {size} byte (khi mở ra {unpacked} byte), quá mức cho "
        "phép; hãy bỏ hình ảnh khỏi mẫu.",
        "documents.docx_has_macros": "Tệp có macro (chương trình chạy trong văn bản) nên không nhận; hãy "
        "lưu lại với đuôi .docx, không có macro.",
        "documents.docx_has_objects": "Tệp có đối tượng nhúng ({part}) nên không nhận; hãy bỏ đối tượng đó "
        "khỏi mẫu.",
        "documents.docx_links_out": "Tệp có liên kết ra ngoài ({target}) nên không nhận; hãy bỏ liên kết đó "
        "khỏi mẫu.",
        "documents.docx_runs_fields": "Tệp có trường {field} tự tải hoặc tự chạy nội dung nên không nhận; "
        "hãy bỏ trường đó khỏi mẫu.",
    }
)

LARGEST = 2 * 1024 * 1024
UNPACKS_TO = 15
"""How many times its packed size a document may unpack to."""

MOST_PARTS = 500
_MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_OBJECTS = ("word/embeddings/", "word/activex", "oleobject")
_DANGEROUS = re.compile(
    r"\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|MACROBUTTON)\b", re.IGNORECASE
)
_CLEAN = re.compile(r"\{([%{])(?:tr|tc|p|r) ")
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


@dataclass(frozen=True, slots=True)
class _Parts:
    names: tuple[str, ...]
    package: zipfile.ZipFile

    def read(self, name: str) -> bytes:
        return self.package.read(name)


def check_harmless(content: bytes, *, largest: int = LARGEST, may_link: bool = False) -> None:
    """Refuse a file that is no .docx, is larger than so many bytes, or carries what runs, loads or links.

    `may_link`: addresses a reader may click on are let through, as in letters that come in.
    """
    if len(content) > largest:
        raise Refusal("documents.docx_too_large", size=len(content), unpacked=len(content))
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            _check_parts(_Parts(tuple(package.namelist()), package), largest, may_link=may_link)
        docx.Document(BytesIO(content))
    except Refusal:
        raise
    except Exception:  # whatever a broken package makes its readers raise, it is no document
        raise Refusal("documents.not_docx") from None


def template_of(content: bytes) -> Master:
    """Return the words of a .docx master, paragraph by paragraph, headers and footers after the text."""
    document = docx.Document(BytesIO(content))
    lines = [MasterLine(kind, cells, place) for place, (kind, cells) in enumerate(_paragraphs(document), 1)]
    return Master(tuple(with_tables(lines)), unit="đoạn")


# ---------------------------------------------------------------- suspicion


def _check_parts(parts: _Parts, largest: int, *, may_link: bool) -> None:
    listed = parts.package.infolist()
    unpacked = sum(part.file_size for part in listed)
    if unpacked > largest * UNPACKS_TO or len(listed) > MOST_PARTS:
        size = sum(part.compress_size for part in listed)
        raise Refusal("documents.docx_too_large", size=size, unpacked=unpacked)
    types = parts.read("[Content_Types].xml")
    if b"macroEnabled" in types or any("vba" in name.lower() for name in parts.names):
        raise Refusal("documents.docx_has_macros")
    if _MAIN not in types:
        raise Refusal("documents.not_docx")
    for name in parts.names:
        if any(mark in name.lower() for mark in _OBJECTS):
            raise Refusal("documents.docx_has_objects", part=name)
        if name.endswith((".xml", ".rels")):
            _check_part(parts.read(name), may_link=may_link)


def _check_part(xml: bytes, *, may_link: bool) -> None:
    if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml:
        raise Refusal("documents.not_docx")
    root = etree.fromstring(xml, _PARSER)
    for link in root.iter(_RELATIONSHIP):
        clicked = may_link and (link.get("Type") or "").endswith("/hyperlink")
        if link.get("TargetMode") == "External" and not clicked:
            raise Refusal("documents.docx_links_out", target=(link.get("Target") or "")[:80])
    for unwanted in root.iter(qn("w:altChunk"), qn("w:object"), qn("w:control")):
        raise Refusal("documents.docx_has_objects", part=etree.QName(unwanted).localname)
    told = "".join(one.text or "" for one in root.iter(qn("w:instrText")))
    told += " ".join(one.get(qn("w:instr")) or "" for one in root.iter(qn("w:fldSimple")))
    if found := _DANGEROUS.search(told):
        raise Refusal("documents.docx_runs_fields", field=found[1].upper())


# ---------------------------------------------------------------- words


def _paragraphs(document: Document) -> Iterator[tuple[LineKind, tuple[str, ...]]]:
    yield from _words_in(document.element.body)
    for section in document.sections:
        for part in (section.header, section.first_page_header, section.footer, section.first_page_footer):
            if not part.is_linked_to_previous:
                yield from _words_in(part._element)


def _words_in(container: etree._Element) -> Iterator[tuple[LineKind, tuple[str, ...]]]:
    """Yield paragraphs and bordered rows in their order; the cells of a layout table one after another."""
    for element in container:
        if element.tag == qn("w:p"):
            yield from _said(_text_of(element))
        elif element.tag == qn("w:tbl"):
            yield from _table(element)
        elif element.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins")):
            yield from _words_in(element)


def _table(table: etree._Element) -> Iterator[tuple[LineKind, tuple[str, ...]]]:
    rows = table.findall(qn("w:tr"))
    if not _is_bordered(table):
        for cell in table.iter(qn("w:tc")):
            yield from _words_in(cell)
        return
    for row in rows:
        cells = tuple(
            " ".join(filter(None, (_text_of(one) for one in cell.iter(qn("w:p")))))
            for cell in row.iter(qn("w:tc"))
        )
        joined = " ".join(filter(None, cells))
        yield (LineKind.CONTROL, (joined,)) if is_control(joined) else (LineKind.ROW, cells)


def _is_bordered(table: etree._Element) -> bool:
    style = table.find(f"{qn('w:tblPr')}/{qn('w:tblStyle')}")
    borders = table.find(f"{qn('w:tblPr')}/{qn('w:tblBorders')}")
    named = style is not None and "Grid" in (style.get(qn("w:val")) or "")
    drawn = borders is not None and any(
        edge.get(qn("w:val")) not in (None, "nil", "none") for edge in borders
    )
    return named or drawn


def _said(text: str) -> Iterator[tuple[LineKind, tuple[str, ...]]]:
    if text:
        yield (LineKind.CONTROL if is_control(text) else LineKind.BODY), (text,)


def _text_of(paragraph: etree._Element) -> str:
    """The words of a paragraph with the notation of the filler made plain Jinja."""
    parts = []
    for element in paragraph.iter(qn("w:t"), qn("w:tab"), qn("w:br")):
        parts.append(element.text or "" if element.tag == qn("w:t") else " ")
    return _CLEAN.sub(r"{\1 ", " ".join("".join(parts).split()))
