"""Pure shapes of the ledger: entries, their order, and facts written as JSON and back."""
