"""Civil judgment enforcement (thi hành án dân sự): case work, money, statistics and steering."""
