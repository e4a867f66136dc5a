namespace Ocr.Extractor.Values;

/// <summary>Characters that stand for hidden digits.</summary>
internal static class Marks
{
    /// <summary>A mark that is never punctuation; a full stop is a mark in phones only, and in accounts two of them.</summary>
    public static bool IsMark(char c) => c is '*' or '•' or '●' or '·' or '…' or 'x' or 'X' or '#';
}
