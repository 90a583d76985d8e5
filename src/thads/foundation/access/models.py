"""Accounts. Rights come from posts (organisation), not from flags on the account."""

from django.contrib.auth.models import AbstractUser
from django.db import models


class User(AbstractUser):
    """A person who signs in; what he may do is decided by the posts he holds on that day."""

    full_name = models.CharField(max_length=120)

    mutability = "mutable"

    class Meta:
        db_table = "access_user"
