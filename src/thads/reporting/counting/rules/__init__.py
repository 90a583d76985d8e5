"""Pure counting: the lines of the forms, the reference engine, the spans, and why a case stands where."""
