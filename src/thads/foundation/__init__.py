"""What every room stands on: who we are, who may, what happened, who looked."""
