"""Agencies that live, are renamed, merged and succeeded; posts and the people who hold them.

`Agency` is identity only; what it was called, what kind it was and whom it stood under is a version with
a span. Facts keep the agency of their time; nothing is rewritten on a merger.
"""
