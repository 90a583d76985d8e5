"""What is counted, and sent upward."""
