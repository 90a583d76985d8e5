"""Addresses: screens at the root, REST under /api/."""

from django.urls import include, path

urlpatterns = [
    path("api/", include("thads.interfaces.api.urls")),
    path("", include("thads.interfaces.web.urls")),
]
