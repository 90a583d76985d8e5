"""An uploaded .docx is read with suspicion: what runs, loads or links is refused, words have their place."""

import zipfile
from io import BytesIO

import docx
import pytest

from rules.documents.samples import DEFERRAL, SOURCE, master
from thads.enforcement.documents.rules.checking import faults_of
from thads.enforcement.documents.rules.rendering import plain_text, rendered
from thads.enforcement.documents.word.building import build
from thads.enforcement.documents.word.filling import fill
from thads.enforcement.documents.word.packing import repacked
from thads.enforcement.documents.word.reading import check_harmless, template_of
from thads.kernel.refusals import Refusal

MASTER = build(master(), title=DEFERRAL.title)
CONTEXT = DEFERRAL.context(DEFERRAL.sample())


def changed(content: bytes, *, add: dict[str, bytes] | None = None, **replaced: tuple[bytes, bytes]) -> bytes:
    """The document with parts added and words of parts replaced; `document=(old, new)`."""
    names = {
        "document": "word/document.xml",
        "types": "[Content_Types].xml",
        "rels": "word/_rels/document.xml.rels",
    }
    swaps = {names[name]: swap for name, swap in replaced.items()}
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as given, zipfile.ZipFile(out, "w") as made:
        for name in given.namelist():
            old, new = swaps.get(name, (b"", b""))
            part = given.read(name)
            assert old in part
            made.writestr(name, part.replace(old, new, 1) if old else part)
        for name, part in (add or {}).items():
            made.writestr(name, part)
    return out.getvalue()


EXTERNAL = (
    b'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
    b'attachedTemplate" Target="http://elsewhere.example/t.dotm" TargetMode="External"/></Relationships>'
)
FIELD = b"<w:p><w:r><w:instrText>DDEAUTO c:\\\\cmd</w:instrText></w:r></w:p><w:sectPr"
BAD = {
    "no_zip": (b"no document", "documents.not_docx"),
    "other_zip": (changed(b"PK\x05\x06" + b"\x00" * 18, add={"a.txt": b"x"}), "documents.not_docx"),
    "macro_part": (changed(MASTER, add={"word/vbaProject.bin": b"x"}), "documents.docx_has_macros"),
    "macro_type": (
        changed(MASTER, types=(b"wordprocessingml.document.main", b"ms-word.document.macroEnabled.main")),
        "documents.docx_has_macros",
    ),
    "embedded": (changed(MASTER, add={"word/embeddings/oleObject1.bin": b"x"}), "documents.docx_has_objects"),
    "external": (changed(MASTER, rels=(b"</Relationships>", EXTERNAL)), "documents.docx_links_out"),
    "dde": (changed(MASTER, document=(b"<w:sectPr", FIELD)), "documents.docx_runs_fields"),
    "entity": (
        changed(MASTER, document=(b"<w:document", b'<!DOCTYPE x [<!ENTITY e "boom">]><w:document')),
        "documents.not_docx",
    ),
    "alt_chunk": (
        changed(MASTER, document=(b"<w:sectPr", b"<w:altChunk/><w:sectPr")),
        "documents.docx_has_objects",
    ),
    "bomb": (changed(MASTER, add={"word/media/a.bin": b"0" * 31 * 1024 * 1024}), "documents.docx_too_large"),
}


@pytest.mark.parametrize(("content", "code"), BAD.values(), ids=BAD)
def test_what_is_no_harmless_docx_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        check_harmless(content)

    assert refused.value.code == code


LINK = (
    b'<Relationship Id="rId98" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
    b'hyperlink" Target="http://elsewhere.example/" TargetMode="External"/></Relationships>'
)


def test_a_letter_that_comes_in_may_hold_an_address_but_load_no_template() -> None:
    check_harmless(changed(MASTER, rels=(b"</Relationships>", LINK)), may_link=True)
    with pytest.raises(Refusal, match="liên kết"):
        check_harmless(changed(MASTER, rels=(b"</Relationships>", LINK)))
    with pytest.raises(Refusal, match="liên kết"):
        check_harmless(changed(MASTER, rels=(b"</Relationships>", EXTERNAL)), may_link=True)


def test_a_document_larger_than_allowed_is_refused_before_it_is_opened() -> None:
    with pytest.raises(Refusal, match="quá mức cho phép"):
        check_harmless(b"0" * 101, largest=100)


def test_the_master_of_the_package_is_harmless_and_always_the_same_bytes() -> None:
    check_harmless(MASTER)

    assert build(master(), title=DEFERRAL.title) == MASTER
    assert repacked(MASTER) == MASTER


def test_a_filled_master_says_what_the_text_says_and_is_always_the_same_bytes() -> None:
    made = fill(MASTER, CONTEXT, paper=DEFERRAL.title)
    words = " ".join(" ".join(one.text.split()) for one in template_of(made).lines)

    for line in rendered(master(), CONTEXT, paper=DEFERRAL.title):
        for cell in line.cells:
            assert " ".join(cell.split()) in words
    assert fill(MASTER, CONTEXT, paper=DEFERRAL.title) == made


def test_signs_of_markup_in_a_name_stay_a_name() -> None:
    made = fill(MASTER, {**CONTEXT, "debtor": "Ánh & <b>Đào</b>"}, paper=DEFERRAL.title)

    assert any("Ánh & <b>Đào</b>" in line.text for line in template_of(made).lines)


def test_an_unknown_field_is_told_with_its_paragraph_though_the_word_processor_cut_it_in_runs() -> None:
    document = docx.Document(BytesIO(MASTER))
    paragraph = document.add_paragraph("Gửi cho {{ cre")
    paragraph.add_run("ditor }} ").bold = True
    out = BytesIO()
    document.save(out)

    words = template_of(out.getvalue())
    (fault,) = faults_of(words, DEFERRAL)

    assert fault.details["field"] == "creditor"
    assert fault.details["where"] == f"đoạn {words.lines[-1].place}"
    assert "Gửi cho {{ creditor }}" in fault.message


def test_an_edited_master_is_read_as_its_text_says() -> None:
    edited = build(master(SOURCE.replace("có hiệu lực", "có hiệu lực thi hành")), title=DEFERRAL.title)

    text = plain_text(rendered(template_of(edited), CONTEXT, paper=DEFERRAL.title))

    assert "Điều 2. Quyết định này có hiệu lực thi hành từ ngày ký." in text
    assert "| 1 | án phí | 5.000.000 đồng |" in text
