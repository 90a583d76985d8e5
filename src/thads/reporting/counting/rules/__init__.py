"""Pure counting: what each line of a form counts, and the reference engine."""
