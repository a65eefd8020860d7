"""What looks for identifying data, for privacy/checks.py only. Pure functions: text in, places out, nothing kept."""
