"""The rooms anybody may walk into: front, partners, covenant, protocol and guides, as Wagtail pages.

For visitors, partners and editors. Nothing about a resident is ever stored here: no case, no meeting, no note.
"""
