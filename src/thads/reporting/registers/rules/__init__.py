"""Pure: what stands in each column of a register, spans that are closed, and what changed since."""
