"""One module per family of receipts; each layout is a function (draw, payment) -> Sheet."""
