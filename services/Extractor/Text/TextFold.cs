namespace Ocr.Extractor.Text;

/// <summary>Forms of text without accents, case and punctuation.</summary>
internal static class TextFold
{
    /// <summary>Returns letters and digits in lower case without accents: <c>Nº Operación:</c> → <c>noperacion</c>.</summary>
    public static string Key(string text)
    {
        Span<char> folded = text.Length <= 128 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        foreach (var letter in text)
        {
            var c = Fold(letter);
            if (char.IsAsciiLetterOrDigit(c))
            {
                folded[length++] = c;
            }
        }

        return new string(folded[..length]);
    }

    /// <summary>Returns the letter in lower case without its accent.</summary>
    public static char Fold(char letter) => letter switch
    {
        >= 'A' and <= 'Z' => (char)(letter + 32),
        < '\u00c0' => letter,
        'á' or 'à' or 'ä' or 'â' or 'ã' or 'Á' or 'À' or 'Ä' or 'Â' or 'Ã' => 'a',
        'é' or 'è' or 'ë' or 'ê' or 'É' or 'È' or 'Ë' or 'Ê' => 'e',
        'í' or 'ì' or 'ï' or 'î' or 'Í' or 'Ì' or 'Ï' or 'Î' => 'i',
        'ó' or 'ò' or 'ö' or 'ô' or 'õ' or 'Ó' or 'Ò' or 'Ö' or 'Ô' or 'Õ' => 'o',
        'ú' or 'ù' or 'ü' or 'û' or 'Ú' or 'Ù' or 'Ü' or 'Û' => 'u',
        'ñ' or 'Ñ' => 'n',
        'ç' or 'Ç' => 'c',
        _ => char.ToLowerInvariant(letter),
    };
}
