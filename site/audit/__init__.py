"""The floor: one append-only log of who did what to which thing, in plain values only."""
