"""Wiring, nothing else: settings, addresses, the WSGI door."""
