"""Pictures that are no receipt: each maker takes (r, look, width, height) and returns a sheet."""
