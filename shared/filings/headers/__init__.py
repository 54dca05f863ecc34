"""EDGAR's header: its tags, its values, the parties."""
