"""REST: the same queries and actions as the screens, with OpenAPI; one module per resource.

Whoever has a session of the site may call it; unsafe methods need the CSRF token. The id of a case outside
is its UUID, `number` is the human one; no database id leaves.
"""
