"""Pure: roles, the viewer, and which role may do which verb."""
