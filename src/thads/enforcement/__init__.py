"""The work itself: judgment, case, money, papers, deadlines."""
