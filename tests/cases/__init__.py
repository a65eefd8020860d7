"""Proves who may see a case, that refused text is stored nowhere, and that nothing is stored twice."""
