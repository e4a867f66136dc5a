"""Pictures that are not receipts: each maker takes (r, look, width, height) and returns a sheet."""
