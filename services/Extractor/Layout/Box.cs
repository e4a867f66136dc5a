namespace Ocr.Extractor.Layout;

/// <summary>A rectangle in pixels of the deskewed page; y grows downwards.</summary>
/// <param name="X0">Left edge.</param>
/// <param name="Y0">Top edge.</param>
/// <param name="X1">Right edge.</param>
/// <param name="Y1">Bottom edge.</param>
internal readonly record struct Box(float X0, float Y0, float X1, float Y1)
{
    public float Width => X1 - X0;

    public float Height => Y1 - Y0;

    public float CenterX => (X0 + X1) / 2;

    public float CenterY => (Y0 + Y1) / 2;

    public Box Union(Box other) =>
        new(Math.Min(X0, other.X0), Math.Min(Y0, other.Y0), Math.Max(X1, other.X1), Math.Max(Y1, other.Y1));

    /// <summary>Horizontal overlap, pixels; negative is the gap between the two.</summary>
    public float OverlapX(Box other) => Math.Min(X1, other.X1) - Math.Max(X0, other.X0);

    /// <summary>Vertical overlap, pixels; negative is the gap between the two.</summary>
    public float OverlapY(Box other) => Math.Min(Y1, other.Y1) - Math.Max(Y0, other.Y0);
}
