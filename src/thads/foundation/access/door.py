"""The single door for writes: `@action("room.verb")`.

Inside one transaction the function runs and the trail is written; whatever is refused leaves nothing
behind but a line in the trail that it was refused. Whether the viewer may act *at that agency* is asked
by the function itself with `rights.check_may`, because only it knows the agency of its subject; the trail
names the agency so asked, none when there are several (an import).
"""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db import transaction

from thads.foundation.access.rules import rights
from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.audit import actions as audit
from thads.kernel.refusals import Refusal

P = ParamSpec("P")
R = TypeVar("R")

DOORS: dict[str, Callable[..., object]] = {}
"""Every action by its verb: the register that tests walk."""


def action(verb: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Make a function an action: keyword-only with `viewer`, atomic, audited.

    The verb must stand in the table of rights (`rights.register_verbs`), or importing the room fails.
    """
    if verb not in rights.known_verbs():
        raise KeyError(f"{verb} is not in the table of rights")

    def through_the_door(act: Callable[P, R]) -> Callable[P, R]:
        @wraps(act)
        def enter(*args: P.args, **kwargs: P.kwargs) -> R:
            viewer = kwargs.get("viewer")
            if args or not isinstance(viewer, Viewer):
                raise TypeError(f"{verb} takes keyword arguments only, the viewer among them")
            with rights.remembering_agencies() as asked:
                try:
                    with transaction.atomic():
                        result = act(*args, **kwargs)
                        _note(viewer, verb, result, kwargs, asked)
                except Refusal as refusal:
                    _note_refused(viewer, verb, refusal, kwargs, asked)
                    raise
            return result

        DOORS[verb] = enter
        return enter

    return through_the_door


def _note(viewer: Viewer, verb: str, result: object, kwargs: dict[str, object], asked: set[str]) -> None:
    audit.note(
        at=viewer.at, actor=viewer.username, verb=verb, subject=_subject(result, kwargs),
        agency=_only(asked),
    )  # fmt: skip


def _note_refused(
    viewer: Viewer, verb: str, refusal: Refusal, kwargs: dict[str, object], asked: set[str]
) -> None:
    audit.note(
        at=viewer.at, actor=viewer.username, verb=verb, subject=_subject(None, kwargs),
        agency=_only(asked), outcome="refused", details={"code": refusal.code},
    )  # fmt: skip


def _subject(result: object, kwargs: dict[str, object]) -> str:
    named = next((value for name, value in kwargs.items() if name.endswith("_id")), None)
    return str(named if named is not None else result if result is not None else "")[:96]


def _only(agencies: set[str]) -> str:
    return next(iter(agencies)) if len(agencies) == 1 else ""
