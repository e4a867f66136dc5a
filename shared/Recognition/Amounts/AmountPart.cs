using Ocr.Recognition.Detection;

namespace Ocr.Recognition.Amounts;

/// <summary>A run of characters of one size.</summary>
/// <param name="Kind">Its position in the amount.</param>
/// <param name="Region">A box one em high around the characters, pixels of the page.</param>
/// <param name="Left">Ink of other parts may be left of this page column.</param>
/// <param name="Right">Ink of other parts may start at this page column.</param>
internal readonly record struct AmountPart(PartKind Kind, TextRegion Region, double Left, double Right);
