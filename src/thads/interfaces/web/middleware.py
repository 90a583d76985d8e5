"""Builds the viewer once per request."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from thads.foundation.organisation import queries as organisation
from thads.interfaces import clock


class ViewerMiddleware:
    """Attach `request.viewer`, the only thing queries and actions know of the person."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        viewer = None
        if request.user.is_authenticated:
            viewer = organisation.viewer_for(request.user.pk, at=clock.now(), on=clock.today())
        request.viewer = viewer  # type: ignore[attr-defined]
        response = self.get_response(request)
        if request.user.is_authenticated and not response.has_header("Cache-Control"):
            response["Cache-Control"] = "no-store"  # personal data stays out of shared computers' caches
        return response
