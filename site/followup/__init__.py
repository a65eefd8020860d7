"""Promises: what somebody will do, by when, and whether it was done. It knows no case and no meeting, only an address."""
