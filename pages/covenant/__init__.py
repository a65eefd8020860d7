"""The covenant as a text: from a file to a tree and back to differences.

For the importer and for the covenant's page. Pure Python: it knows no Django, stores nothing, and invents no words.
"""
