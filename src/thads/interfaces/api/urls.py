"""The interface put together: resources, access, errors; the schema is at /api/openapi.json."""

from typing import Any, ClassVar

from django.http import HttpRequest, JsonResponse
from django.urls import path, re_path
from ninja import NinjaAPI
from ninja.renderers import JSONRenderer

from thads.interfaces.api import (
    acts,
    cases,
    errors,
    forms,
    intake,
    money,
    orders,
    papers,
    registers,
    session,
    signing,
    transition,
)
from thads.interfaces.api.access import SiteSession

VERSION = "1"
"""Of the interface, not of the program: raised when a field changes its meaning or goes."""

DESCRIPTION = """Cases, intake, acts and statutory forms of civil judgment enforcement.

Sign in on the site; the session cookie is the key. Whatever writes needs the header `X-CSRFToken` with the
token of `/api/session`. Faults have one shape: a stable `code`, a Vietnamese `message`, the article.
Amounts are whole đồng, days are ISO dates, a case is known outside by its UUID.
"""


class Readable(JSONRenderer):
    """JSON with Vietnamese letters as they are."""

    json_dumps_params: ClassVar[dict[str, Any]] = {"ensure_ascii": False}  # type: ignore[misc]


api = NinjaAPI(
    title="thads", version=VERSION, description=DESCRIPTION, docs_url=None, auth=SiteSession(),
    urls_namespace="api", renderer=Readable(),
)  # fmt: skip
errors.install(api)
for resource in (session, cases, acts, orders, money, intake, forms, registers, signing, papers, transition):
    api.add_router("", resource.router)


def unknown_address(request: HttpRequest) -> JsonResponse:
    """Answer an address that the interface does not have in the one shape of faults."""
    fault = errors.fault_of("api.not_found").model_dump()
    return JsonResponse(fault, status=404, json_dumps_params=Readable.json_dumps_params)


urlpatterns = [path("", api.urls), re_path("", unknown_address)]
