"""Pure: what a reported total must be, and who may receive one."""
