"""Privacy: text in, findings out; checked text; the acceptance of the protocol. Knows no case and no meeting."""
