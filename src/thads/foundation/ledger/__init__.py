"""The append-only ledger of legal facts: one truth, two times.

Each entry says when a legal act took effect and when the office learned of it. Entries are never
changed or deleted (triggers on both databases refuse); a mistake is answered by an entry that cancels.
Everything that is counted is a fold of this ledger, so any figure can be asked again as of any date and
as known at any instant.
"""
