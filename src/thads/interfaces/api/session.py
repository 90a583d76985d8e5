"""Who I am, what I see, and the token for writing."""

from django.http import HttpRequest
from django.middleware.csrf import get_token
from ninja import Router, Schema

from thads.foundation.access.rules.rights import role_name
from thads.interfaces.api.access import viewer_of
from thads.interfaces.api.errors import Fault

router = Router(tags=["session"])


class PostOut(Schema):
    """A post held today."""

    role: str
    role_name: str
    agency: str


class SessionOut(Schema):
    """The person behind the session; `agencies` are those in sight."""

    username: str
    name: str
    posts: list[PostOut]
    agencies: list[str]
    csrf_token: str


@router.get(
    "/session", response={200: SessionOut, 401: Fault}, operation_id="session", summary="Phiên làm việc"
)
def session(request: HttpRequest) -> SessionOut:
    """Return who is signed in, the agencies in sight, and the token to send as X-CSRFToken when writing."""
    viewer = viewer_of(request)
    return SessionOut(
        username=viewer.username,
        name=viewer.name,
        posts=[PostOut(role=p.role, role_name=role_name(p.role), agency=p.agency) for p in viewer.posts],
        agencies=sorted(viewer.sight),
        csrf_token=get_token(request),
    )
