from django.shortcuts import render
from django.urls import path
from thads.interfaces.web.screens import Screen, screen

@screen(Screen.DESK)
def desk(request): return render(request, "web/base.html")

urlpatterns = [path("ban-lam-viec/", desk, name="desk")]
