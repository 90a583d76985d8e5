"""When a fact is recorded: the instants of a subject never run backwards (T04 Đ36.4)."""

from datetime import datetime, timedelta

from thads.kernel.refusals import Refusal
from thads.kernel.sentences import register_sentences

register_sentences(
    {
        "ledger.recorded_backwards": "Thời điểm ghi nhận {recorded_at} sớm hơn sự kiện đã ghi trước đó "
        "({last}); hãy chỉnh lại đồng hồ của máy chủ rồi thực hiện lại. Chưa có gì được ghi.",
    }
)

WAITED = timedelta(minutes=1)
"""So much earlier an act may have begun than one that was written before it: it waited for its turn."""


def instant_of_recording(last: datetime | None, at: datetime) -> datetime:
    """Return when an act begun `at` is recorded after a subject's last fact.

    Of two people at once the one who waited is recorded at the instant of the other; who is earlier than
    anybody waits stays so, and `check_instant` refuses him.
    """
    return last if last is not None and timedelta(0) < last - at <= WAITED else at


def check_instant(last: datetime | None, recorded_at: datetime) -> None:
    """Refuse an instant before that of the last fact: the clock went back."""
    if last is not None and recorded_at < last:
        raise Refusal("ledger.recorded_backwards", recorded_at=recorded_at, last=last)
