"""The exhibits and their index."""
