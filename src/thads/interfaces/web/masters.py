"""Masters of papers: what each says, which fields it knows, the file to edit, its versions.

An office downloads the .docx, changes its words, uploads it; a fault is told with its place. Nothing is
overwritten: each upload is a version from a day on, and going back is one more.
"""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.http import require_GET, require_POST

from thads.enforcement.documents import actions, queries
from thads.enforcement.documents.rules.pages import MasterPage
from thads.enforcement.documents.rules.received import LARGEST
from thads.enforcement.documents.rules.rendering import FILTER_MEANINGS
from thads.foundation.access.rules import rights
from thads.foundation.access.rules.viewer import Viewer
from thads.foundation.organisation import queries as organisation
from thads.interfaces.web.choosing import typed
from thads.interfaces.web.fields import DayField, PlainForm, WordsField
from thads.interfaces.web.intake import agencies_for
from thads.interfaces.web.paper_blocks import blocks_of
from thads.interfaces.web.papers import handed_out
from thads.interfaces.web.screens import OfficerRequest, Screen, screen
from thads.kernel.refusals import Refusal

BESIDE = {"documents.adopted_too_early": "valid_from"}


class AdoptionForm(PlainForm):
    """From which day a version is used, and why."""

    valid_from = DayField(label="Áp dụng từ ngày")
    note = WordsField(label="Ghi chú", required=False, max_length=300)
    beside = BESIDE


@screen(Screen.MASTERS)
@require_GET
def masters(request: OfficerRequest) -> HttpResponse:
    """List every kind of paper with the master the agency uses."""
    agency = asked_agency(request)
    rows = queries.master_list(request.viewer, agency=agency, on=request.viewer.on)
    given = {"rows": rows, **surroundings(request, agency)}
    return render(request, "web/papers_masters.html", given)


@screen(Screen.MASTERS)
@require_GET
def master(request: OfficerRequest, kind: str, variant: str) -> HttpResponse:
    """Show one master: a paper of samples, its fields, its versions."""
    return _page(request, kind, variant, AdoptionForm(initial={"valid_from": request.viewer.on}))


@screen(Screen.MASTERS)
@require_GET
def master_file(request: OfficerRequest, kind: str, variant: str) -> HttpResponse:
    """Hand out the .docx of a master: the one in use, or the version asked for."""
    wanted = typed(request, "number")
    found = queries.master_docx(
        request.viewer, agency=asked_agency(request), kind=kind, variant=variant, on=request.viewer.on,
        number=int(wanted) if wanted.isdecimal() and len(wanted) < 8 else None,
    )  # fmt: skip
    return handed_out(found)


@screen(Screen.MASTERS)
@require_POST
def upload_master(request: OfficerRequest, kind: str, variant: str) -> HttpResponse:
    """Take an office's own .docx as the new version; faults are shown with their places."""
    form = AdoptionForm(request.POST)
    upload = request.FILES.get("file")
    if upload is None:
        form.add_error(None, "Hãy chọn tệp .docx của mẫu.")
    if form.is_valid() and upload is not None:
        agency = asked_agency(request)
        try:
            number = actions.upload_master(
                viewer=request.viewer, agency=agency, kind=kind, variant=variant,
                content=upload.read(LARGEST + 1), valid_from=form.cleaned_data["valid_from"],
                note=form.cleaned_data["note"],
            )  # fmt: skip
        except Refusal as refusal:
            form.refuse(refusal)
        else:
            return _done(request, kind, variant, f"Đã nhận mẫu, lần áp dụng số {number}.")
    return _page(request, kind, variant, form, status=422)


@screen(Screen.MASTERS)
@require_POST
def restore_master(request: OfficerRequest, kind: str, variant: str) -> HttpResponse:
    """Go back to an earlier version or to the master of the package, from today on."""
    wanted = request.POST.get("number", "")
    if not wanted.isdecimal() or len(wanted) > 7:
        raise Http404
    number = actions.restore_master(
        viewer=request.viewer, agency=asked_agency(request), kind=kind, variant=variant, number=int(wanted),
        valid_from=request.viewer.on,
    )  # fmt: skip
    return _done(request, kind, variant, f"Đã dùng lại mẫu, lần áp dụng số {number}.")


def _page(
    request: OfficerRequest, kind: str, variant: str, form: AdoptionForm, status: int = 200
) -> HttpResponse:
    agency = asked_agency(request)
    page = queries.master_page(
        request.viewer, agency=agency, kind=kind, variant=variant, on=request.viewer.on
    )
    given = {
        "page": page,
        "row": page.row,
        "form": form,
        "blocks": blocks_of(page.sample),
        "filters": FILTER_MEANINGS.items(),
        "names": _names(request.viewer, page),
        "may_change": rights.may(request.viewer, "documents.upload_master", agency=agency),
        **surroundings(request, agency),
    }
    return render(request, "web/papers_master.html", given, status=status)


def _names(viewer: Viewer, page: MasterPage) -> Mapping[str, str]:
    """Return the names of the agencies that adopted a version and of who did."""
    tree = organisation.agency_tree(on=viewer.on)
    agencies = {one.agency: tree[one.agency].name for one in page.adoptions if one.agency in tree}
    return {**organisation.account_names(), **agencies}


def surroundings(request: OfficerRequest, agency: str) -> dict[str, Any]:
    """Return what stands around every page of an agency's masters: its name, the others to choose from."""
    tree = organisation.agency_tree(on=request.viewer.on)
    return {
        "agency": agency,
        "agency_name": tree[agency].name if agency in tree else agency,
        "agencies": agencies_for(request.viewer, "documents.upload_master"),
    }


def asked_agency(request: OfficerRequest) -> str:
    """Return the agency that is meant: the one asked for, else the person's own."""
    asked = typed(request, "agency") or request.POST.get("agency", "")
    known = [code for code, _name in agencies_for(request.viewer, "documents.upload_master")]
    if asked:
        return asked[:32]
    own = [post.agency for post in request.viewer.posts if post.agency]
    return next(iter([*known, *own]), "")


def _done(request: OfficerRequest, kind: str, variant: str, words: str) -> HttpResponse:
    messages.success(request, words)
    address = reverse("web:master", args=(kind, variant))
    return HttpResponseRedirect(f"{address}?agency={asked_agency(request)}")


urlpatterns = [
    path("mau-van-ban/", masters, name="masters"),
    path("mau-van-ban/<slug:kind>/<slug:variant>/", master, name="master"),
    path("mau-van-ban/<slug:kind>/<slug:variant>/tep/", master_file, name="master_file"),
    path("mau-van-ban/<slug:kind>/<slug:variant>/nhan/", upload_master, name="upload_master"),
    path("mau-van-ban/<slug:kind>/<slug:variant>/dung-lai/", restore_master, name="restore_master"),
]
