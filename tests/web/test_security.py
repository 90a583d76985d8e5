"""What protects the browser: the content policy, the token of forms, no scripts in pages."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from rooms.cases.office import FEE, Office
from thads.foundation.access.rules.viewer import Role
from thads.interfaces import web

TEMPLATES = sorted(Path(web.__file__).parent.joinpath("templates").rglob("*.html"))
HANDLER = re.compile(r"\son[a-z]{3,}=[\"']|javascript:|hx-on[:-]", re.IGNORECASE)
INLINE_SCRIPT = re.compile(r"<script(?![^>]*\b(src|nonce|type=\"application/json\"))", re.IGNORECASE)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
@pytest.mark.database_independent
def test_templates_hold_no_script_of_their_own(template: Path) -> None:
    text = template.read_text(encoding="utf-8")

    assert not HANDLER.search(text)
    assert not INLINE_SCRIPT.search(text)


@pytest.mark.parametrize("name", ["cases", "intake", "desk", "new_judgment"])
def test_every_page_carries_the_content_policy(signed_in: Callable[..., Client], name: str) -> None:
    answer = signed_in(Role.AGENCY_HEAD).get(reverse(f"web:{name}"))
    policy = answer.headers["Content-Security-Policy"]

    assert "script-src 'self'" in policy
    assert "'unsafe-inline'" not in policy.partition("script-src")[2].partition(";")[0]
    assert "frame-ancestors 'none'" in policy
    assert answer.headers["Cache-Control"] == "no-store"


def test_the_sign_in_page_carries_the_content_policy(client: Client, db: None) -> None:
    assert "script-src 'self'" in client.get(reverse("web:sign_in")).headers["Content-Security-Policy"]


def test_a_form_without_its_token_is_refused_in_a_sentence(
    signed_in: Callable[..., Client], office: Office
) -> None:
    case_id = office.ex_officio("2024-06-03", FEE)
    client = signed_in(Role.BAILIFF, csrf=True)

    answer = client.post(reverse("web:act", args=(case_id, "serve_notice")), {"on": "05/06/2024"})

    assert answer.status_code == 403
    assert "Chưa ghi được: trang đã mở quá lâu" in answer.content.decode()


def test_signing_out_needs_the_token_too(signed_in: Callable[..., Client]) -> None:
    assert signed_in(Role.CLERK, csrf=True).post(reverse("web:sign_out")).status_code == 403
    assert signed_in(Role.CLERK).get(reverse("web:sign_out")).status_code == 405


def test_htmx_sends_the_token_and_may_not_evaluate(signed_in: Callable[..., Client]) -> None:
    page = signed_in(Role.CLERK).get(reverse("web:intake")).content.decode()

    assert '"X-CSRFToken"' in page
    assert '"allowEval": false' in page


def test_names_are_written_as_text(signed_in: Callable[..., Client], office: Office) -> None:
    given = {
        "agency": "TQ.CH",
        "court": "<script>alert(1)</script>",
        "number": "1/2024/HS-ST",
        "kind": "criminal",
        "issued_on": "01/06/2024",
        "received_on": "03/06/2024",
        "parties-TOTAL_FORMS": "1",
        "parties-INITIAL_FORMS": "0",
        "parties-0-role": "debtor",
        "parties-0-name": '"><img src=x>',
        "duties-TOTAL_FORMS": "1",
        "duties-INITIAL_FORMS": "0",
        "duties-0-kind": "court_fee",
        "duties-0-amount": "200000",
    }
    client = signed_in(Role.CLERK)
    found = client.post(reverse("web:new_judgment"), given, follow=True).content.decode()

    assert "<script>alert" not in found
    assert "<img src=x>" not in found
    assert "&lt;script&gt;" in found
