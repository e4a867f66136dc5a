using Ocr.Recognition.TextRecognition;

namespace Ocr.Recognition.Reading;

/// <summary>Converts words to a page: removes noise, and assigns lines and reading order.</summary>
internal static class ReadPageBuilder
{
    // Icons and rules of the screen are read as one or two marks with low confidence. Longer words and words with higher confidence are
    // kept for the consumer of the page.
    private const float MinConfidence = 0.30f;
    private const int ShortText = 2;
    private const float MinShortConfidence = 0.45f;

    // A dashed rule across the screen is read as a long run of marks. Masks are shorter, or consist of asterisks only.
    private const int LongestMarks = 5;

    public static List<ReadWord> Build(IEnumerable<Word> words) => Arrange(words.Where(IsText));

    /// <summary>Assigns lines and reading order without removing words.</summary>
    public static List<ReadWord> Arrange(IEnumerable<Word> words)
    {
        var page = new List<ReadWord>();
        var lines = LineBuilder.Build(words);
        for (var line = 0; line < lines.Count; line++)
        {
            foreach (var word in lines[line])
            {
                page.Add(new ReadWord(word.Text, word.Confidence, word.Box, line, page.Count) { Digits = word.Digits, Evidence = word.Evidence });
            }
        }

        return page;
    }

    /// <summary>
    /// Whether a word is kept: its confidence is at least 0.30, or 0.45 when it has one or two characters, and it is not a run of six or more marks
    /// other than asterisks. A small part next to an amount's figure is always kept.
    /// </summary>
    public static bool IsText(Word word) => word.Beside || (IsConfident(word) && !IsRule(word.Text));

    private static bool IsConfident(Word word) =>
        word.Confidence >= (word.Text.Length <= ShortText ? MinShortConfidence : MinConfidence);

    private static bool IsRule(string text) =>
        text.Length > LongestMarks && !text.Any(char.IsLetterOrDigit) && text.Any(mark => mark != '*');
}
