namespace Ocr.Results.Documents;

/// <summary>Computes the geometry of words relative to the page and to each other (§2.3).</summary>
internal static class PageGeometry
{
    private const double EdgeShare = 0.25;

    /// <summary>The words in their order, with their geometry.</summary>
    /// <param name="words">Words of one page.</param>
    /// <param name="pageHeight">Height of the page, pixels; 0 when not known: then the lowest word is the end of the page.</param>
    public static IReadOnlyList<PlacedWord> Of(IReadOnlyList<DetectedWord> words, int pageHeight)
    {
        var boxed = words.Where(word => word.Box is not null).ToArray();
        var height = pageHeight > 0 ? pageHeight : boxed.Max(word => (int?)word.Box!.YMax) ?? 0;
        var places = Places(boxed);
        return [.. words.Select(word => word.Box is { } box ? Place(word, box, places[word], Region(box, height), boxed) : Bare(word))];
    }

    private static PlacedWord Bare(DetectedWord word) => new() { Text = word.Text, Confidence = word.Confidence };

    private static PlacedWord Place(DetectedWord word, WordRectangle box, (int Line, int Word) place, string region, DetectedWord[] all) => Bare(word) with
    {
        Coordinates = word.Coordinates,
        Box = new CenteredRectangle(box.XMin, box.YMin, box.XMax, box.YMax, box.Width, box.Height, CenterX(box), CenterY(box)),
        Geometry = new GeometricProperties(
            box.Width * box.Height, Math.Round(box.Width / (double)Math.Max(1, box.Height), 2), new RelativePosition(place.Line, place.Word, region)),
        Neighbors = new SpatialRelationships([.. Neighbors(word, box, all)]),
    };

    // A word belongs to a line when its middle is within half its height of the line's.
    private static Dictionary<DetectedWord, (int Line, int Word)> Places(DetectedWord[] words)
    {
        var lines = new List<List<DetectedWord>>();
        foreach (var word in words.OrderBy(word => CenterY(word.Box!)))
        {
            if (lines.Count == 0 || CenterY(word.Box!) > lines[^1].Average(other => CenterY(other.Box!)) + (word.Box!.Height / 2.0))
            {
                lines.Add([]);
            }

            lines[^1].Add(word);
        }

        // Compared by reference, because two words can have equal values.
        var places = new Dictionary<DetectedWord, (int Line, int Word)>(ReferenceEqualityComparer.Instance);
        foreach (var (line, number) in lines.Select((line, index) => (line, index + 1)))
        {
            foreach (var (word, place) in line.OrderBy(word => word.Box!.XMin).Select((word, index) => (word, index + 1)))
            {
                places[word] = (number, place);
            }
        }

        return places;
    }

    private static string Region(WordRectangle box, int pageHeight) =>
        CenterY(box) < pageHeight * EdgeShare ? "header" : CenterY(box) > pageHeight * (1 - EdgeShare) ? "footer" : "body";

    private static IEnumerable<NearWord> Neighbors(DetectedWord word, WordRectangle box, DetectedWord[] all) => all
        .Where(other => !ReferenceEquals(other, word))
        .Select(other => Near(other.Text, box, other.Box!))
        .OfType<NearWord>()
        .GroupBy(near => near.Direction)
        .Select(side => side.MinBy(near => near.Distance)!)
        .OrderBy(near => near.Distance);

    // Beside: the heights overlap. Above or below: the widths do, and the heights do not.
    private static NearWord? Near(string text, WordRectangle box, WordRectangle other) =>
        Overlap(box.YMin, box.YMax, other.YMin, other.YMax)
            ? CenterX(other) < CenterX(box)
                ? new NearWord(text, Math.Max(0, box.XMin - other.XMax), "left")
                : new NearWord(text, Math.Max(0, other.XMin - box.XMax), "right")
            : !Overlap(box.XMin, box.XMax, other.XMin, other.XMax) ? null
            : CenterY(other) < CenterY(box)
                ? new NearWord(text, Math.Max(0, box.YMin - other.YMax), "above")
                : new NearWord(text, Math.Max(0, other.YMin - box.YMax), "below");

    private static bool Overlap(int start, int end, int otherStart, int otherEnd) => start < otherEnd && otherStart < end;

    private static double CenterX(WordRectangle box) => (box.XMin + box.XMax) / 2.0;

    private static double CenterY(WordRectangle box) => (box.YMin + box.YMax) / 2.0;
}
