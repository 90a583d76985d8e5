"""One door to what a paper says: kind and dossier give the values of its fields, no more and no less."""

from collections.abc import Mapping

from thads.enforcement.cases.papers.correcting import assigning, correcting
from thads.enforcement.cases.papers.dossier import Dossier
from thads.enforcement.cases.papers.following import Context, delegated_recall, ending, following, resting
from thads.enforcement.cases.papers.measures import measuring
from thads.enforcement.cases.papers.minutes import minuting
from thads.enforcement.cases.papers.opening import opening
from thads.enforcement.cases.rules import facts as f
from thads.enforcement.documents.rules.fields import FieldValue
from thads.enforcement.documents.rules.papers import paper_kind


def context_of(kind: str, dossier: Dossier, more: Mapping[str, FieldValue]) -> dict[str, FieldValue]:
    """Return the values of the kind's fields; `more` are an officer's, which go before what the facts say.

    A field of `more` that the kind does not know stays in, to be refused by its name.
    """
    said = _said(kind, dossier)
    own = {one.name for one in paper_kind(kind).fields}
    return {**{name: value for name, value in said.items() if name in own}, **more}


def _said(kind: str, dossier: Dossier) -> Context:
    if isinstance(dossier.fact, f.DecisionIssued):
        return opening(dossier, kind)
    common = following(dossier, kind)
    if kind.startswith("minutes_"):
        return {**common, **minuting(dossier, common)}
    if kind == "recall_decision" and isinstance(dossier.fact, f.DelegatedOut):
        return {**common, **delegated_recall(dossier)}
    return {
        **common,
        **resting(dossier),
        **ending(dossier),
        **assigning(dossier),
        **correcting(dossier),
        **measuring(dossier),
    }
