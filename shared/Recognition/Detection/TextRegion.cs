namespace Ocr.Recognition.Detection;

/// <summary>A box that the detector found, in pixels of the page, before rounding.</summary>
/// <param name="X0">Left edge, ≥ 0.</param>
/// <param name="Y0">Top edge, ≥ 0.</param>
/// <param name="X1">Right edge.</param>
/// <param name="Y1">Bottom edge.</param>
/// <param name="Score">Mean probability of its cells, 0–1.</param>
internal readonly record struct TextRegion(double X0, double Y0, double X1, double Y1, double Score)
{
    /// <summary>Orientation of the cells under the box. Default when the box was not computed from a map.</summary>
    public TextAxis Axis { get; init; }

    public double Width => X1 - X0;

    public double Height => Y1 - Y0;

    public double Area => Width * Height;

    /// <summary>Area shared with <paramref name="other"/>, square pixels.</summary>
    public double Overlap(TextRegion other) =>
        Math.Max(0, Math.Min(X1, other.X1) - Math.Max(X0, other.X0)) * Math.Max(0, Math.Min(Y1, other.Y1) - Math.Max(Y0, other.Y0));
}
