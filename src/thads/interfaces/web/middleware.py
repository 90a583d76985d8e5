"""Builds the viewer once per request."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from thads.foundation.organisation import queries as organisation


class ViewerMiddleware:
    """Attach `request.viewer`, the only thing queries and actions know of the person."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            at = timezone.now()
            request.viewer = organisation.viewer_for(request.user.pk, at=at, on=timezone.localdate(at))
        return self.get_response(request)
