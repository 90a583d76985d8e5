"""Which role may do which verb: one table, read by the door and by the buttons.

Signing powers of legal acts come from the law's signing matrix (process.md 9.3); here stands who may
record them in the system at all.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

from thads.foundation.access.rules.viewer import Role, Viewer
from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences
from thads.law import LAW

register_sentences(
    {
        "access.not_your_role": "Tài khoản {name} không có quyền thực hiện việc này tại {agency}; "
        "việc này thuộc: {roles}. Hãy chuyển cho người có thẩm quyền.",
        "access.not_in_sight": "Không tìm thấy hồ sơ trong phạm vi được giao cho tài khoản {name}.",
    }
)

_VERBS: dict[str, frozenset[Role]] = {}
_ASKED: ContextVar[set[str] | None] = ContextVar("agencies_asked", default=None)


def register_verbs(verbs: Mapping[str, frozenset[Role]]) -> None:
    """Add a room's verbs with the roles that may do them."""
    _VERBS.update(verbs)


def known_verbs() -> Mapping[str, frozenset[Role]]:
    """Return all registered verbs."""
    return dict(_VERBS)


def role_name(role: Role) -> str:
    """Return the Vietnamese name of a role."""
    return LAW.label(role)


def may(viewer: Viewer, verb: str, *, agency: str) -> bool:
    """Say whether the viewer holds a post that may do the verb at the agency."""
    return bool(_VERBS[verb] & viewer.roles_at(agency))


def check_may(viewer: Viewer, verb: str, *, agency: str) -> None:
    """Refuse unless the viewer may do the verb at the agency."""
    asked = _ASKED.get()
    if asked is not None:
        asked.add(agency)
    if not viewer.sees(agency):
        raise Refusal("access.not_in_sight", name=viewer.name)
    if not may(viewer, verb, agency=agency):
        roles = ", ".join(sorted(role_name(role) for role in _VERBS[verb]))
        raise Refusal("access.not_your_role", name=viewer.name, agency=agency, roles=roles)


@contextmanager
def remembering_agencies() -> Iterator[set[str]]:
    """Yield the set that fills with the agencies at which `check_may` is asked meanwhile, for the trail."""
    asked: set[str] = set()
    token = _ASKED.set(asked)
    try:
        yield asked
    finally:
        _ASKED.reset(token)
