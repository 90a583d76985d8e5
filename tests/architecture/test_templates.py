"""What templates name exists, and nothing in them needs a wider content policy."""

import re
from pathlib import Path

import pytest

from architecture.source import PACKAGE, ROOT

WEB = PACKAGE / "interfaces" / "web"
TEMPLATES = sorted((WEB / "templates").rglob("*.html"))
ICONS = {
    line
    for line in (ROOT / "tools" / "icons.txt").read_text(encoding="utf-8").splitlines()
    if line[:1] not in "#"
}
NAMED_ICON = re.compile(r"""\{%\s*icon\s+["']([\w-]+)["']|#tabler-([\w-]+)""")
INLINE = re.compile(
    r"<script(?![^>]*\bsrc=)(?![^>]*type=\"application/json\")|\son[a-z]+=[\"']|javascript:", re.IGNORECASE
)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_icons_are_in_the_sprite(template: Path) -> None:
    text = template.read_text(encoding="utf-8")

    assert {a or b for a, b in NAMED_ICON.findall(text)} <= ICONS, "add the name to tools/icons.txt"


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_no_inline_script_or_handler(template: Path) -> None:
    text = template.read_text(encoding="utf-8")

    assert not INLINE.findall(text)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_nothing_is_fetched_from_elsewhere(template: Path) -> None:
    text = template.read_text(encoding="utf-8")

    assert not re.findall(r"""(?:src|href|action)=["'](?:https?:)?//""", text)
