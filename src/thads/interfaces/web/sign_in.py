"""Sign-in and sign-out. Failures are written to the trail; after five in five minutes the door waits."""

import hashlib

from django.contrib.auth import authenticate, login, logout
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from thads.foundation.audit import actions as audit
from thads.interfaces import clock
from thads.interfaces.web.chrome import notice

TRIES = 5
WAIT_SECONDS = 300

WRONG = "Tên đăng nhập hoặc mật khẩu không đúng. Hãy kiểm tra bộ gõ tiếng Việt và phím Caps Lock rồi thử lại."
TOO_MANY = "Đã sai 5 lần liên tiếp. Vì an toàn, tài khoản này chỉ đăng nhập lại được từ máy này sau 5 phút."
MISSING = "Hãy nhập cả tên đăng nhập và mật khẩu."


@never_cache
def sign_in(request: HttpRequest) -> HttpResponse:
    """Let a person in, and back to where he wanted to go."""
    if request.user.is_authenticated:
        return HttpResponseRedirect(_way_back(request))
    if request.method != "POST":
        return _page(request)
    username, password = request.POST.get("username", "").strip(), request.POST.get("password", "")
    if not username or not password:
        return _page(request, username=username, fault=MISSING, status=422)
    door = _door(request, username)
    if cache.get(door, 0) >= TRIES:
        _note(username, "refused")
        return _page(request, username=username, fault=TOO_MANY, status=429)
    person = authenticate(request, username=username, password=password)
    if person is None:
        cache.add(door, 0, WAIT_SECONDS)
        cache.incr(door)
        _note(username, "refused")
        return _page(request, username=username, fault=WRONG, status=422)
    cache.delete(door)
    login(request, person)
    _note(username, "done")
    return HttpResponseRedirect(_way_back(request))


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Let a person out."""
    if request.user.is_authenticated:
        audit.note(at=clock.now(), actor=request.user.get_username(), verb="access.sign_out")
    logout(request)
    return redirect("web:sign_in")


def _page(request: HttpRequest, *, username: str = "", fault: str = "", status: int = 200) -> HttpResponse:
    way_back = request.POST.get("next") or request.GET.get("next", "")
    given = {"username": username, "fault": fault, "next": way_back, "notice": notice()}
    return render(request, "web/sign_in.html", given, status=status)


def _way_back(request: HttpRequest) -> str:
    """Return where the person wanted to go, if that is a page of this site; else his first screen."""
    wanted = request.POST.get("next") or request.GET.get("next", "")
    here = {request.get_host()}
    return wanted if url_has_allowed_host_and_scheme(wanted, here, require_https=request.is_secure()) else "/"


def _door(request: HttpRequest, username: str) -> str:
    """Name the counter of failures: one per user name and address, of a length and alphabet a cache takes."""
    pair = f"{username.casefold()}|{request.META.get('REMOTE_ADDR', '')}"
    return "sign-in:" + hashlib.sha256(pair.encode()).hexdigest()


def _note(username: str, outcome: str) -> None:
    audit.note(at=clock.now(), actor=username[:64], verb="access.sign_in", outcome=outcome)


urlpatterns = [
    path("dang-nhap/", sign_in, name="sign_in"),
    path("dang-xuat/", sign_out, name="sign_out"),
]
