"""The money of a case told in the words of the office: each sentence is one act of the person whom it
befits.
"""

from dataclasses import dataclass
from uuid import UUID

from rooms.cases.office import Office, day, viewer
from stories.telling import Story
from thads.enforcement.cases.rules.facts import Part
from thads.enforcement.cases.rules.vocabulary import CollectionMeans
from thads.enforcement.money import actions, queries
from thads.enforcement.money.actions.keeping import CaseSum
from thads.enforcement.money.rules.account import AccountState
from thads.enforcement.money.rules.pages import AccountPage
from thads.enforcement.money.rules.sharing import SharingAsked
from thads.enforcement.money.rules.vocabulary import AsideForm, PayeeKind, PayoutForm, Place, Purse
from thads.foundation.access.rules.viewer import Role, Viewer


def accountant(on: str) -> Viewer:
    return viewer(Role.ACCOUNTANT, on)


def head(on: str) -> Viewer:
    return viewer(Role.AGENCY_HEAD, on)


@dataclass
class Till:
    """The account of one case. Days are written 2024-06-30; money is in đồng."""

    office: Office
    case: UUID

    @classmethod
    def of(cls, story: Story) -> "Till":
        return cls(story.office, story.case)

    # ------------------------------------------------------------ coming in
    def received(
        self,
        on: str,
        amount: int | None = None,
        *,
        no: int = 1,
        pool: int = 0,
        interest: int = 0,
        cost: int = 0,
        coerced: bool = False,
        learned: str = "",
        place: Place = Place.CASH,
        receipt_no: str = "",
        by_accountant: bool = False,
    ) -> "Till":
        when = learned or on
        who = accountant(when) if by_accountant else self.office.bailiff(when)
        only_others = amount is None and bool(pool or cost or interest)
        actions.receive_money(
            viewer=who,
            case_id=self.case,
            on=day(on),
            parts=() if only_others else (Part(no, amount),),
            interest=(Part(no, interest),) if interest else (),
            pool=pool,
            cost=cost,
            means=CollectionMeans.COERCION if coerced else CollectionMeans.VOLUNTARY,
            place=place,
            receipt_no=receipt_no,
        )
        return self

    def funded(self, on: str) -> "Till":
        actions.fund_cash(viewer=accountant(on), moves=(CaseSum(self.case),), on=day(on))
        return self

    def carried(self, on: str, to: Place = Place.BANK, *, from_place: Place = Place.CASH) -> "Till":
        actions.move_money(
            viewer=accountant(on),
            moves=(CaseSum(self.case),),
            on=day(on),
            from_place=from_place,
            to_place=to,
        )
        return self

    # ------------------------------------------------------------ fee and costs
    def fee_decided(self, on: str, no: int = 1) -> "Till":
        actions.decide_fee(viewer=head(on), case_id=self.case, on=day(on), no=no)
        return self

    def fee_decided_if_due(self, on: str, no: int = 1) -> "Till":
        """Decide the fee only where one is due: below the threshold there is none."""
        items = queries.fee_page(head(on), self.case).items
        return self.fee_decided(on, no) if any(item.is_waiting for item in items) else self

    def fee_withheld(self, on: str, no: int = 1) -> "Till":
        actions.withhold_fee(viewer=accountant(on), case_id=self.case, on=day(on), no=no)
        return self

    def fee_corrected(self, on: str, no: int = 1) -> "Till":
        actions.correct_fee(viewer=head(on), case_id=self.case, on=day(on), no=no)
        return self

    def advanced(self, on: str, amount: int) -> "Till":
        actions.advance_cost(viewer=accountant(on), case_id=self.case, on=day(on), amount=amount)
        return self

    def cost(self, on: str, amount: int, **more: object) -> "Till":
        actions.incur_cost(viewer=accountant(on), case_id=self.case, on=day(on), amount=amount, **more)  # type: ignore[arg-type]
        return self

    def costs_settled(self, on: str, amount: int | None = None) -> "Till":
        actions.settle_cost(viewer=accountant(on), case_id=self.case, on=day(on), amount=amount)
        return self

    # ------------------------------------------------------------ going out
    def proposed(self, on: str, purse: Purse = Purse.DUTY, no: int = 1, **more: object) -> "Till":
        given: dict[str, object] = {
            "form": PayoutForm.TRANSFER,
            "bank": "BIDV",
            "bank_account": "1900",
            **more,
        }
        no = no if purse in (Purse.DUTY, Purse.INTEREST, Purse.FEE) else 0
        actions.propose_payout(
            viewer=self.office.bailiff(on), case_id=self.case, on=day(on), purse=purse, no=no, **given
        )  # type: ignore[arg-type]
        return self

    def prepared(self, on: str, payout: int = 1) -> "Till":
        actions.prepare_payout(viewer=accountant(on), case_id=self.case, payout=payout, on=day(on))
        return self

    def approved(self, on: str, payout: int = 1) -> "Till":
        actions.approve_payout(viewer=head(on), case_id=self.case, payout=payout, on=day(on))
        return self

    def paid(self, on: str, payout: int = 1, **more: object) -> "Till":
        actions.pay_out(viewer=accountant(on), case_id=self.case, payout=payout, on=day(on), **more)  # type: ignore[arg-type]
        return self

    def paid_through(self, on: str, purse: Purse = Purse.DUTY, no: int = 1, **more: object) -> "Till":
        """The whole way of a payment in one day: proposed, made out, approved, paid."""
        self.proposed(on, purse, no, **more)
        payout = len(self.state.payouts)
        cash = {"cashier": "Hà Thị Quỹ"} if more.get("form") is PayoutForm.CASH else {}
        return self.prepared(on, payout).approved(on, payout).paid(on, payout, **cash)

    def shared(self, on: str, asked: SharingAsked) -> "Till":
        actions.share_pool(viewer=head(on), case_id=self.case, on=day(on), asked=asked)
        return self

    def notified(self, on: str, no: int = 1) -> "Till":
        actions.notify_payee(viewer=self.office.bailiff(on), case_id=self.case, on=day(on), no=no)
        return self

    def put_aside(self, on: str, no: int = 1) -> "Till":
        actions.put_aside(viewer=accountant(on), case_id=self.case, on=day(on), no=no, form=AsideForm.SAVINGS)
        return self

    def took_back(self, on: str, seq: int) -> "Till":
        entry = next(one for one in self.page(on).entries if one.seq == seq).entry_id
        actions.cancel_fact(viewer=head(on), case_id=self.case, entry_id=entry, on=day(on), reason="ghi nhầm")
        return self

    def closed(self, on: str) -> "Till":
        actions.close_case(viewer=self.office.bailiff(on), case_id=self.case, on=day(on))
        return self

    # ------------------------------------------------------------ what is seen
    def page(self, at: str = "2027-12-31") -> AccountPage:
        return queries.account_page(head(at), self.case)

    @property
    def state(self) -> AccountState:
        return self.page().state

    def lies(self) -> tuple[int, int, int]:
        """Cash, treasury, bank."""
        state = self.state
        return state.at(Place.CASH), state.at(Place.TREASURY), state.at(Place.BANK)


BUDGET = {"payee_kind": PayeeKind.BUDGET}
