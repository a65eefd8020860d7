"""What the door and the account page show: fetch, act, answer."""
