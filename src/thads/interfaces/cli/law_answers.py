"""What `thads law show` finds: one plain answer per key, the same for text and JSON."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from thads.law import LAW, FormLayout, Ground, GroundKind, Ruling, SigningRule, Term
from thads.law.book import unknown_key

Answer = dict[str, Any]


def answer(key: str, day: date) -> Answer:
    """Return what the law says under the key on the day; refuse an unknown key, naming near ones."""
    kind, _, rest = key.partition(".")
    if key in LAW.timelines:
        return _ruling(LAW.value(key, on=day), day)
    if kind == "grounds" and rest in set(GroundKind):
        return {"key": key, "vi": LAW.label(GroundKind(rest)), "on": day} | {
            "grounds": [_ground(ground) for ground in LAW.grounds(rest, on=day)]
        }
    if kind == "signing" and rest in LAW.signing.acts:
        return {"key": key, "vi": LAW.signing.act(rest).vi, "on": day} | {
            "signers": [_signer(rule) for rule in LAW.signers(rest, on=day)]
        }
    if key in LAW.forms:
        return _form(LAW.form(key))
    if term := LAW.glossary.find(key):
        return _term(term)
    raise unknown_key(key, [known for known, _vi in listed()])


def listed() -> Sequence[tuple[str, str]]:
    """Return every key that can be asked for, with its Vietnamese name."""
    return [
        *((key, LAW.timelines[key].vi) for key in sorted(LAW.timelines)),
        *((f"grounds.{kind}", f"Căn cứ: {LAW.label(kind)}") for kind in GroundKind),
        *((f"signing.{act}", f"Thẩm quyền ký: {rules.vi}") for act, rules in LAW.signing.acts.items()),
        *((code, form.vi) for code, form in LAW.forms.items()),
    ]


def _ruling(ruling: Ruling, day: date) -> Answer:
    line = LAW.timeline(ruling.key)
    return {
        "key": ruling.key, "vi": ruling.vi, "on": day, "value": ruling.value, "unit": ruling.unit,
        "written": LAW.written(ruling),
        "counts_from": line.counts_from and LAW.label("CountedFrom", line.counts_from),
        "basis": ruling.basis, "citation": LAW.cite(ruling.basis),
        "since": ruling.since, "until": ruling.until,
        "certainty": ruling.certainty, "note": ruling.note,
        "other_steps": [
            {"written": LAW.written(step), "basis": step.basis, "since": step.since, "until": step.until}
            for step in line.steps if step is not ruling
        ],
    }  # fmt: skip


def _ground(ground: Ground) -> Answer:
    return {
        "code": ground.code, "point": ground.point, "vi": ground.vi, "basis": ground.basis,
        "since": ground.since, "until": ground.until, "certainty": ground.certainty,
        "attributes": dict(ground.attributes),
    }  # fmt: skip


def _signer(rule: SigningRule) -> Answer:
    return {
        "role": rule.role, "role_vi": LAW.label(rule.role), "authority": rule.authority,
        "authority_vi": LAW.label(rule.authority), "scope": rule.scope, "basis": rule.basis,
        "since": rule.since, "until": rule.until, "certainty": rule.certainty,
    }  # fmt: skip


def _form(form: FormLayout) -> Answer:
    return {
        "key": form.code, "vi": form.vi, "printed_code": form.printed_code, "circular": form.circular.vi,
        "since": form.circular.since, "until": form.circular.until, "used_from": str(form.circular.used_from),
        "unit": form.unit, "basis": form.basis, "certainty": form.certainty,
        "columns": [
            {"code": one.code, "number": one.number, "vi": one.vi, "under": list(one.under),
             "formula": str(one.formula or ""), "certainty": one.certainty}
            for one in form.columns
        ],
        "identities": [
            {"code": one.code, "vi": one.vi, "left": str(one.left or ""), "right": str(one.right or "")}
            for one in form.identities
        ],
    }  # fmt: skip


def _term(term: Term) -> Answer:
    return {"key": term.identifier, "vi": term.vi, "en": term.en, "definition": term.definition} | {
        "identifiers": list(term.identifiers), "basis": term.basis, "citation": LAW.cite(term.basis)
    }  # fmt: skip
