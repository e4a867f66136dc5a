"""docTR's networks under OnnxTR's contract, and the small graphs of the C# reader's tests."""
