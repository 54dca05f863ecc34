"""What subscribers are told, and in which words."""
