"""The roof: wires every room together and is imported by none of them."""
