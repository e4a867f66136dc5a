"""Held-out pictures in hard conditions, with truth, for measuring readers; never used for training (README.md)."""
