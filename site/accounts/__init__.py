"""People and partners: who they are, where they stand in the network, how they sign in, and which doors open for them."""
