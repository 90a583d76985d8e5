"""Pure: order of payment, fee, late interest, the book as a fold of the facts of an account."""
