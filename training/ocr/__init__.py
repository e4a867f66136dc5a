"""Training of the word detector and the word recognizer."""
