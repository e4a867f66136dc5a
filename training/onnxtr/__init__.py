"""docTR's networks under OnnxTR's contract, and the small graphs that the C# reader is tested with."""
