"""A .docx master filled with a context: the paper as a file (docxtpl in the sandbox of `rendering`)."""

from collections.abc import Mapping
from io import BytesIO

from docxtpl import DocxTemplate
from jinja2 import TemplateError
from lxml.etree import XMLSyntaxError

from thads.enforcement.documents.rules.rendering import environment, unfilled
from thads.enforcement.documents.word.packing import packed


def fill(master: bytes, context: Mapping[str, object], *, paper: str) -> bytes:
    """Return the paper as .docx; refuses a field the context lacks, by name. The same in, the same out."""
    template = DocxTemplate(BytesIO(master))
    try:
        template.render(dict(context), jinja_env=environment(escaped=True))
    except (TemplateError, XMLSyntaxError, TypeError, ValueError, ArithmeticError) as fault:
        raise unfilled(fault, paper=paper) from None
    return packed(template.docx)
