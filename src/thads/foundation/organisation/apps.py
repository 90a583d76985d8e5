from django.apps import AppConfig


class OrganisationConfig(AppConfig):
    name = "thads.foundation.organisation"
    label = "organisation"
