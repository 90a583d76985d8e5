"""The demonstration province: Tuyên Quang's nine months of 2024, with invented people and judgments.

From a seed it invents the organisation, the histories of some ten thousand cases and the reported totals of
the other provinces, so that the statutory forms give exactly what the agency published (`published.toml`).
Everything goes in through the doors that real input uses.
"""
