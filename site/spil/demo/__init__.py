"""The demo: a network to look around in. Partners of Asten by name, everything else about them and all people invented."""
