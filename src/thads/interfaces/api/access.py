"""Who calls: the session of the site, turned into the viewer; the CSRF token on everything that writes."""

from typing import Any

from django.http import HttpRequest
from ninja.security import APIKeyCookie
from ninja.utils import check_csrf

from thads.foundation.access.rules.viewer import Viewer
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "api.csrf": "Thiếu hoặc sai mã chống giả mạo yêu cầu; hãy gửi kèm tiêu đề X-CSRFToken lấy từ "
        "/api/session.",
    }
)

SAFE = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})


class SiteSession(APIKeyCookie):
    """Signed in on the site; the cookie alone never suffices to write."""

    param_name = "sessionid"

    def __init__(self) -> None:
        super().__init__(csrf=False)  # checked below, so that its refusal has our shape

    def authenticate(self, request: HttpRequest, key: str | None) -> Any:
        """Return the viewer of the session, None when nobody is signed in."""
        viewer = getattr(request, "viewer", None)
        if not request.user.is_authenticated or not isinstance(viewer, Viewer):
            return None
        if request.method not in SAFE and check_csrf(request) is not None:
            raise Refusal("api.csrf")
        return viewer


def viewer_of(request: HttpRequest) -> Viewer:
    """Return the viewer whom the session let in."""
    return request.auth  # type: ignore[attr-defined, no-any-return]
