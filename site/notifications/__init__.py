"""Who must know what: an inbox, a bell and a socket. A notice holds a kind, a count and a link, never text about a resident."""
