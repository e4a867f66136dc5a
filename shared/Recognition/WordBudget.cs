namespace Ocr.Recognition;

/// <summary>Limits the number of words per image: a printed page costs as much as a hundred receipts.</summary>
/// <param name="MaxWords">Maximum number of words.</param>
internal sealed record WordBudget(int MaxWords)
{
    /// <summary>Checks the number of detected words before they are read.</summary>
    /// <param name="words">Number of words.</param>
    /// <exception cref="ImageErrorException">There are more words than the limit.</exception>
    public void Check(int words)
    {
        if (words > MaxWords)
        {
            throw new ImageErrorException(ImageError.TooManyWords, $"The image has {words} words; at most {MaxWords} are read.");
        }
    }
}
