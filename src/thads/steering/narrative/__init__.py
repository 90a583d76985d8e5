"""Reports in words: the figures of a text found, checked against each other, and written from cells.

Almost all of it is pure (`rules/`): `extract` reads a Vietnamese report, `check` holds its claims
against its own arithmetic (and the books), `write` says a result in the words of a conference
report. Serves TT05/2024 (what the indicators mean) and the habit of reports described in the docs.
"""
