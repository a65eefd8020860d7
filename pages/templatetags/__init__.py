"""Small helpers for the templates of pages."""
