"""The door: one transaction, one right, one line in the trail."""

from datetime import date

import pytest

from thads.foundation.access.door import DOORS, action
from thads.foundation.access.models import User
from thads.foundation.access.rules import rights
from thads.foundation.access.rules.viewer import HeldPost, Role, Viewer
from thads.foundation.audit.models import AuditEntry
from thads.kernel.refusals import Refusal
from thads.law import LAW


def viewer(*posts: HeldPost, at: object = None) -> Viewer:
    from datetime import UTC, datetime

    return Viewer(1, "an", "Nguyễn An", posts, datetime(2024, 7, 5, 1, tzinfo=UTC), date(2024, 7, 5))


CLERK = viewer(HeldPost(Role.CLERK, "TQ.CH", frozenset({"TQ.CH"})))


@pytest.fixture
def verb(monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setitem(rights._VERBS, "tests.try_out", frozenset({Role.CLERK}))
    yield "tests.try_out"
    DOORS.pop("tests.try_out", None)


def test_a_verb_without_rights_is_no_action() -> None:
    with pytest.raises(KeyError):
        action("tests.no_such_verb")


@pytest.mark.django_db
class TestThroughTheDoor:
    def test_what_is_done_is_in_the_trail(self, verb: str) -> None:
        @action(verb)
        def try_out(*, viewer: Viewer, thing_id: int) -> str:
            return "done"

        assert try_out(viewer=CLERK, thing_id=7) == "done"
        line = AuditEntry.objects.get()
        assert (line.verb, line.subject, line.actor, line.at, line.outcome) == (
            verb,
            "7",
            "an",
            CLERK.at,
            "done",
        )
        assert DOORS[verb] is try_out

    def test_what_is_refused_leaves_nothing_but_that_it_was_refused(self, verb: str) -> None:
        @action(verb)
        def try_out(*, viewer: Viewer) -> None:
            User.objects.create(username="half", full_name="Nửa chừng")
            raise Refusal("access.not_in_sight", name=viewer.name)

        with pytest.raises(Refusal):
            try_out(viewer=CLERK)
        assert not User.objects.exists()
        line = AuditEntry.objects.get()
        assert (line.outcome, line.details) == ("refused", {"code": "access.not_in_sight"})

    def test_the_trail_names_the_agency_at_which_the_right_was_asked(self, verb: str) -> None:
        @action(verb)
        def try_out(*, viewer: Viewer, agency: str) -> None:
            rights.check_may(viewer, verb, agency=agency)

        rights.check_may(CLERK, verb, agency="TQ.CH")  # outside the door: of no deed
        try_out(viewer=CLERK, agency="TQ.CH")
        with pytest.raises(Refusal):
            try_out(viewer=CLERK, agency="TQ.SD")

        lines = AuditEntry.objects.order_by("id").values_list("outcome", "agency")
        assert list(lines) == [("done", "TQ.CH"), ("refused", "TQ.SD")]

    def test_a_fault_leaves_nothing_at_all(self, verb: str) -> None:
        @action(verb)
        def try_out(*, viewer: Viewer) -> None:
            User.objects.create(username="half", full_name="Nửa chừng")
            raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            try_out(viewer=CLERK)
        assert not User.objects.exists()
        assert not AuditEntry.objects.exists()

    def test_it_opens_for_keywords_and_a_viewer_only(self, verb: str) -> None:
        @action(verb)
        def try_out(*, viewer: Viewer) -> None: ...

        for given in ((CLERK,), ()):
            with pytest.raises(TypeError):
                try_out(*given)


def test_a_right_is_held_at_an_agency_by_a_post_that_reaches_it(verb: str) -> None:
    rights.check_may(CLERK, verb, agency="TQ.CH")
    with pytest.raises(Refusal) as unseen:
        rights.check_may(CLERK, verb, agency="TQ.SD")
    assert unseen.value.code == "access.not_in_sight"

    both = viewer(
        HeldPost(Role.CLERK, "TQ.CH", frozenset({"TQ.CH"})),
        HeldPost(Role.AUDITOR, "TQ.SD", frozenset({"TQ.SD"})),
    )
    assert both.sees("TQ.SD")
    assert not rights.may(both, verb, agency="TQ.SD")
    with pytest.raises(Refusal, match="việc này thuộc: Thư ký thi hành án"):
        rights.check_may(both, verb, agency="TQ.SD")


def test_every_role_has_a_name() -> None:
    assert all(rights.role_name(role) for role in Role)


def test_a_person_without_post_sees_nothing() -> None:
    nobody = viewer()

    assert nobody.sight == frozenset()
    assert nobody.staff_codes == frozenset()


BOTH_LAWS = (CLERK.on, date(2026, 7, 1))
"""The table of rights has no dates: it serves the law of 2008 and the law of 2025 alike."""


def test_who_may_record_an_act_may_sign_or_prepare_it_in_law() -> None:
    """The table of rights never gives an act of a head to somebody whom the signing matrix does not know
    for it.
    """
    from thads.enforcement.cases.rules import rights as _cases  # noqa: F401
    from thads.enforcement.cases.rules.moves import MOVES

    for move in MOVES.values():
        rules = [rule for on in BOTH_LAWS for rule in LAW.signers(move.act, on=on)]
        known = {str(rule.role) for rule in rules} | {"unit_head", "deputy_head"}
        assert {str(role) for role in rights.known_verbs()[f"cases.{move.verb}"]} <= known, move.verb
