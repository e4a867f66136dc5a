namespace Ocr.Recognition.Amounts;

/// <summary>The ink around a word.</summary>
/// <param name="Glyphs">Its glyphs from left to right.</param>
/// <param name="Ground">Gray level of the background.</param>
internal readonly record struct InkScan(List<Glyph> Glyphs, byte Ground);
