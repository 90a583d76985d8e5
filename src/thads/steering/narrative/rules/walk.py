"""What a sentence has said so far while its cues and quantities are read from left to right.

A parenthesis speaks of what stands before it and leaves no trace after it; a comma ends a
comparison; a new subject ends everything. The state is copied at "(" and restored at ")".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from thads.steering.narrative.rules.cues import Cue, Role
from thads.steering.narrative.rules.quantities import Kind, Quantity
from thads.steering.narrative.rules.vocabulary import Dimension, Indicator, Reference, Unit

_PARENTHESIS = re.compile(r"\([^()]*\)")
FILLER = re.compile(
    r"^(?:[\s:,\-–=+]|là|được|có|đạt|với|tổng số|tổng cộng|cộng|khoảng|hơn|trên|gần|số|ước|xấp xỉ|cho|tất "
    r"cả|thêm"
    r"|tới|đến|lên|chỉ|còn|các|tiền|số tiền|giá trị|trong kỳ|trong năm|năm|kỳ|toàn tỉnh|toàn ngành|là:|đã"
    r"|thực tế|ở mức|tương ứng|án)*$"
)
TIGHT = re.compile(
    r"^(?:[\s:=]|là|được|có|đạt|với|khoảng|hơn|trên|gần|xấp xỉ|số|số tiền|tổng số|cho|đối với)*$"
)
SIDE_OF_WORK = re.compile(r"\b(?:(?P<money>tiền|giá trị)|việc|vụ việc)\b")
CONTINUED = re.compile(
    r"^(?:\s|,|;|và|còn|với|về|số|việc|tiền|giá trị|trên|hơn|gần|khoảng|là|đạt|đồng thời|tỉnh|thành phố)*$"
)
MODES = frozenset({Role.SHARE, Role.REACH, Role.UP, Role.DOWN, Role.OVER, Role.UNDER})
CHANGING = frozenset({Role.UP, Role.DOWN, Role.OVER, Role.UNDER})
SIGN = {Role.UP: 1, Role.OVER: 1, Role.DOWN: -1, Role.UNDER: -1}


@dataclass(slots=True)
class Said:
    """The state of one sentence; everything that a figure may hang on."""

    subject: Indicator | None = None
    subject_at: int = -1
    subject_cue: Cue | None = None
    mode: Role | None = None
    mode_cue: Cue | None = None
    dimension: Dimension | None = None
    dimension_at: int = -1
    turn: list[Dimension] = field(default_factory=list)
    in_turn: list[Dimension] = field(default_factory=list)
    reference: Cue | None = None
    target: Cue | None = None
    held: Cue | None = None
    aiming: bool = False
    workload: bool = False
    side: Dimension | None = None
    scope: str = ""
    whole: int | None = None
    last: int | None = None
    amount: int | None = None
    last_mode: Role | None = None
    anchors: dict[Kind, int] = field(default_factory=dict)
    finished: dict[Dimension | None, int] = field(default_factory=dict)
    rate: int | None = None
    rates: dict[Dimension | None, int] = field(default_factory=dict)
    side_at: int = -1
    before: frozenset[tuple[Indicator, Unit]] = frozenset()
    within_before: bool = False
    anchors_before: dict[Kind, int] = field(default_factory=dict)

    def inside(self) -> Said:
        """The state inside a parenthesis: a copy; what was above an average is listed there, not compared."""
        inner = replace(
            self,
            anchors=dict(self.anchors),
            finished=dict(self.finished),
            rates=dict(self.rates),
            turn=list(self.turn),
            in_turn=[],
        )
        if self.above_average:
            inner.mode, inner.reference = None, None
        return inner

    @property
    def above_average(self) -> bool:
        """Whether the sentence has just said "cao hơn bình quân toàn tỉnh"."""
        return self.reference is not None and self.reference.reference is Reference.AVERAGE

    def hear(self, cue: Cue, flat: str, *, binds: bool) -> None:
        """Take in one cue; `binds` when a quantity follows it directly."""
        if cue.role in MODES:
            self.mode, self.mode_cue = cue.role, cue
        elif cue.role is Role.SUBJECT:
            if binds or not _is_base(cue, flat):
                self._speak_of(cue, cue.indicator)
        elif cue.role is Role.RATE:
            self._speak_of(cue, Indicator.COMPLETION_RATE)
        elif cue.role is Role.RESULT:
            if self.subject is None or self.last is not None:
                self._speak_of(cue, Indicator.COMPLETION_RATE)
        elif cue.role is Role.DIMENSION:
            self.dimension, self.dimension_at = cue.dimension, cue.start
            if cue.dimension and cue.dimension not in self.turn:
                self.turn.append(cue.dimension)
        elif cue.role is Role.REFERENCE:
            self.reference = cue
        elif cue.role is Role.TARGET:
            self._aim(cue, flat)
        elif cue.role is Role.WORKLOAD:
            self.workload = True
        elif cue.role is Role.SIDE:
            self.side, self.side_at, self.scope = cue.dimension, cue.start, ""
        elif cue.role is Role.SCOPE:
            self.scope = cue.word
        elif cue.role is Role.PART:
            self.whole = self.amount if self.whole is None else self.whole
            self.within_before = self.within_before or (
                self.last is None and cue.word in ("trong đó", "riêng")
            )
            self.mode = None
        elif cue.role is Role.COMMA:
            self._pause()
        elif cue.role is Role.STOP:
            self._pause()
            self.aiming, self.target, self.workload, self.whole = False, None, False, None
            self.held = None
            if self.subject is Indicator.COMPLETION_RATE:
                self.subject = None

    def _speak_of(self, cue: Cue, indicator: Indicator | None) -> None:
        close = self.mode_cue is not None and cue.start - self.mode_cue.end <= 8
        if not close:
            self.mode = None
        self.subject, self.subject_at, self.subject_cue = indicator, cue.start, cue
        if found := SIDE_OF_WORK.search(cue.word):
            self.dimension = Dimension.MONEY if found["money"] else Dimension.CASES
            self.dimension_at = cue.start
        self.target = None if not self.aiming else self.target

    def _aim(self, cue: Cue, flat: str) -> None:
        compared = flat[max(0, cue.start - 8) : cue.start].rstrip().endswith(("so với", "so"))
        moved = self.mode in CHANGING
        if compared or moved:
            self.reference = Cue(
                cue.start, cue.end, Role.REFERENCE, reference=Reference.TARGET, word=cue.word
            )
            self.held = cue
            return
        self.target = cue
        if cue.word.startswith(("phấn đấu", "mục tiêu")) or flat[cue.end : cue.end + 3].strip().startswith(
            ":"
        ):
            self.aiming = True

    def _pause(self) -> None:
        self.mode, self.reference = None, None
        if not self.aiming:
            self.target = None


def _is_base(cue: Cue, flat: str) -> bool:
    """ "… trên tổng số phải thi hành": the cue names what a share is of, not what is spoken of next."""
    before = flat[max(0, cue.start - 24) : cue.start]
    return bool(re.search(r"(?:so với|trên|trong|trong số|/|của)\s*(?:tổng )?(?:số )?$", before))


def outside(text: str) -> str:
    """The text without what stands in parentheses."""
    return _PARENTHESIS.sub(" ", text)


def directly_before(cue: Cue, quantity: Quantity, flat: str) -> bool:
    """Whether only filling words stand between a cue and a quantity."""
    between = outside(flat[cue.end : quantity.start])
    return len(between) < 60 and bool(FILLER.match(between))


def following(cues: Sequence[Cue], place: int, until: int) -> Sequence[Cue]:
    """The cues that begin in a stretch of the sentence."""
    return [cue for cue in cues if place <= cue.start < until]
