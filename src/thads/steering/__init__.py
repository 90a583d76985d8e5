"""What the figures mean, and what is ordered because of them."""
