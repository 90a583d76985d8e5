"""REST: the same queries and actions as the screens, with OpenAPI."""
