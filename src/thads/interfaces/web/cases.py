from django.shortcuts import render
from django.urls import path
from thads.interfaces.web.screens import Screen, screen

@screen(Screen.CASES)
def listing(request): return render(request, "web/base.html")

urlpatterns = [path("ho-so/", listing, name="cases")]
