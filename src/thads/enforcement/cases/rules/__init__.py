"""Pure rules of the case: its facts, its states, and what is lawful when."""
