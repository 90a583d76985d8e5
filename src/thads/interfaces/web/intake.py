from django.shortcuts import render
from django.urls import path
from thads.interfaces.web.screens import Screen, screen

@screen(Screen.INTAKE)
def intake(request): return render(request, "web/base.html")

urlpatterns = [path("tiep-nhan/", intake, name="intake")]
