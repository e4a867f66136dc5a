using Ocr.Recognition.Transcription;

namespace Ocr.Recognition.Reading;

/// <summary>Words to a page: noise left out, lines and reading order given.</summary>
internal static class PageBuilder
{
    // What the recogniser makes of icons and rules of the screen: a mark or two that it does not believe itself. Anything longer or
    // surer is left for whoever reads the page.
    private const float LeastConfidence = 0.30f;
    private const int ShortText = 2;
    private const float LeastShortConfidence = 0.45f;

    // A dashed rule across the screen reads as a long run of marks. Masks are shorter, or asterisks only.
    private const int LongestMarks = 5;

    public static List<ReadWord> Build(IEnumerable<Word> words) => Arrange(words.Where(IsText));

    /// <summary>Lines and reading order, with nothing left out.</summary>
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
    /// Whether a word is kept: at least 0.30 confidence, and 0.45 when it has one or two characters; no run of six or more marks
    /// other than asterisks.
    /// </summary>
    public static bool IsText(Word word) =>
        word.Confidence >= (word.Text.Length <= ShortText ? LeastShortConfidence : LeastConfidence) && !IsRule(word.Text);

    private static bool IsRule(string text) =>
        text.Length > LongestMarks && !text.Any(char.IsLetterOrDigit) && text.Any(mark => mark != '*');
}
