"""The first page: each person is led to his own work."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path

from thads.interfaces.web.screens import OfficerRequest, home_of


@login_required
def home(request: OfficerRequest) -> HttpResponse:
    """Lead to the person's first screen; somebody without a post is told so."""
    first = home_of(request.viewer)
    return redirect(f"web:{first}") if first else render(request, "web/no_post.html")


urlpatterns = [path("", home, name="home")]
