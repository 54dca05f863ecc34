"""Short forms and letters: NT, 15, correspondence."""
