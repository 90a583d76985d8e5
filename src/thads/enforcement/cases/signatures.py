"""Who signs an order: judged by the matrix of signatures before it is recorded (process.md 2.9.1, 9.3)."""

from datetime import date

from thads.enforcement.cases.rules.facts import FilePulledUp, Order, OrderWithdrawn
from thads.enforcement.cases.rules.targets import signing_act
from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.organisation import queries as organisation
from thads.foundation.organisation.queries import SignedBy


def signature_on(viewer: Viewer, order: Order, *, agency: str, bailiff: str, on: date) -> SignedBy:
    """Return whose signature the order bears, the viewer's when it names nobody; refuse one who may not
    sign it on that day, saying who could (L08 Đ20, 23; L25 Đ22, 25).
    """
    issuer = _issuer(viewer, order, agency)
    return organisation.check_signature(
        viewer, act=signing_act(order), agency=issuer, on=on, signer=order.signer, bailiff=bailiff
    )


def _issuer(viewer: Viewer, order: Order, agency: str) -> str:
    """Return the agency whose paper it is: the province's when it pulls a file up, the superior's when a
    superior annuls (L08 Đ35.2h, 37.3; L25 Đ52.4).
    """
    if isinstance(order, FilePulledUp):
        return order.to_agency
    if isinstance(order, OrderWithdrawn) and order.is_annulled:
        seats = [post.agency for post in viewer.posts if agency in post.reach]
        return agency if agency in seats else next(iter(seats), agency)
    return agency
