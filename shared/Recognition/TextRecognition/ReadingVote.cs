namespace Ocr.Recognition.TextRecognition;

/// <summary>Chooses one of several readings of a region.</summary>
internal static class ReadingVote
{
    /// <summary>Returns the text with the highest total confidence over all readings, from its most confident reading. On a tie the first one is returned.</summary>
    public static IReadOnlyList<Word> Choose(IEnumerable<IReadOnlyList<Word>> readings) => readings
        .GroupBy(TextOf, StringComparer.Ordinal)
        .MaxBy(group => group.Sum(Confidence))!
        .MaxBy(Confidence)!;

    /// <summary>Returns the words of a reading, separated by blanks.</summary>
    public static string TextOf(IReadOnlyList<Word> reading) => string.Join(' ', reading.Select(word => word.Text));

    // Applies to an empty reading too: a single doubtful reading does not outvote it.
    private static double Confidence(IReadOnlyList<Word> reading) => reading.Count == 0 ? 0.5 : reading.Min(word => word.Confidence);
}
