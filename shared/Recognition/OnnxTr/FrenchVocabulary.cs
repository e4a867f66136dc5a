namespace Ocr.Recognition.OnnxTr;

/// <summary>
/// docTR's vocabulary <c>french</c>: the classes of its published CRNN models, in order. It has no blank character, and of the Spanish letters
/// it lacks ñ, á, í, ó, ú, ¡ and ¿.
/// </summary>
internal static class FrenchVocabulary
{
    private const string Digits = "0123456789";
    private const string Letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
    private const string DegreeAndCurrencies = "°£€¥¢฿";
    private const string Accented = "àâéèêëîïôùûüçÀÂÉÈÊËÎÏÔÙÛÜÇ";

    /// <summary>126 characters.</summary>
    public const string Characters = Digits + Letters + Punctuation + DegreeAndCurrencies + Accented;
}
