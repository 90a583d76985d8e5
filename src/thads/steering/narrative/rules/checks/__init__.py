"""The checks of a report against itself: one subject a module, each a pure function over the claims."""
