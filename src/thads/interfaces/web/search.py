from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

def search(request): return render(request, "web/base.html")

urlpatterns = [path("tim/", search, name="search")]
