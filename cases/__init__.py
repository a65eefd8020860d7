"""Anonymised cases, the confidential heart: one question to the network, its circle, and what was said. No resident's file."""
