namespace Ocr.Recognition.Transcription;

/// <summary>Chooses among several readings of one region.</summary>
internal static class Ballot
{
    /// <summary>The text that gathers most confidence over all readings; of those that read it, the surest. The first wins a draw.</summary>
    public static IReadOnlyList<Word> Choose(IEnumerable<IReadOnlyList<Word>> readings) => readings
        .GroupBy(TextOf, StringComparer.Ordinal)
        .MaxBy(group => group.Sum(Confidence))!
        .MaxBy(Confidence)!;

    /// <summary>The words of a reading, parted by blanks.</summary>
    public static string TextOf(IReadOnlyList<Word> reading) => string.Join(' ', reading.Select(word => word.Text));

    // Of a region in which nothing was read, too: it takes more than one faint reading to make a word of nothing.
    private static double Confidence(IReadOnlyList<Word> reading) => reading.Count == 0 ? 0.5 : reading.Min(word => word.Confidence);
}
