"""Held-out pictures in hard conditions, with truth: what the reader is measured on, never trained on (README.md)."""
