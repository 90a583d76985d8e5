"""Users, roles, the viewer, and the one door through which anything is written.

Two different questions are kept apart: *may this person* (role, scope; answered here) and *is it allowed
now* (the rules of each room).
"""
