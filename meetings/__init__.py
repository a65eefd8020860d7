"""See docs: the meetings room."""
