"""The interface put together: resources, access, errors; the schema is at /api/openapi.json."""

from django.http import HttpRequest, JsonResponse
from django.urls import path, re_path
from ninja import NinjaAPI

from thads.interfaces.api import acts, cases, errors, forms, intake, session
from thads.interfaces.api.access import SiteSession

VERSION = "1"
"""Of the interface, not of the program: raised when a field changes its meaning or goes."""

DESCRIPTION = """Cases, intake, acts and statutory forms of civil judgment enforcement.

Sign in on the site; the session cookie is the key. Whatever writes needs the header `X-CSRFToken` with the
token of `/api/session`. Faults have one shape: a stable `code`, a Vietnamese `message`, the article.
Amounts are whole đồng, days are ISO dates, a case is known outside by its UUID.
"""

api = NinjaAPI(
    title="thads", version=VERSION, description=DESCRIPTION, docs_url=None, auth=SiteSession(),
    urls_namespace="api",
)  # fmt: skip
errors.install(api)
for resource in (session, cases, acts, intake, forms):
    api.add_router("", resource.router)


def unknown_address(request: HttpRequest) -> JsonResponse:
    """Answer an address that the interface does not have in the one shape of faults."""
    return JsonResponse(errors.fault_of("api.not_found").model_dump(), status=404)


urlpatterns = [path("", api.urls), re_path("", unknown_address)]
