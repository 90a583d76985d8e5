"""Verbs of this room, each one action."""

from thads.enforcement.documents.actions.masters import restore_master, upload_master
from thads.enforcement.documents.actions.numbers import set_symbol, void_number
from thads.enforcement.documents.actions.papers import issue, read_paper
from thads.enforcement.documents.actions.receiving import read_file, receive_file

__all__ = [
    "issue",
    "read_file",
    "read_paper",
    "receive_file",
    "restore_master",
    "set_symbol",
    "upload_master",
    "void_number",
]
