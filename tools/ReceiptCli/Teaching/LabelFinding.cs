using Ocr.Extractor.Rules;

namespace Ocr.ReceiptCli.Teaching;

/// <summary>The words next to a field's value on most of the images.</summary>
/// <param name="Rule">The field's rule.</param>
/// <param name="Sights">One or more per image, all of the same words.</param>
/// <param name="Of">Number of images on which the value was found.</param>
internal sealed record LabelFinding(FieldRule Rule, IReadOnlyList<LabelSight> Sights, int Of)
{
    /// <summary>The most frequent spelling.</summary>
    private LabelSight Usual { get; } = Sights.GroupBy(sight => sight.Text).MaxBy(group => group.Count())!.First();

    public string Field => Rule.Field;

    public string Key => Usual.Key;

    /// <summary>Spelling in rule files.</summary>
    public string Text => Usual.Text.ToLowerInvariant();

    public Side Side { get; } = Sights.GroupBy(sight => sight.Side).MaxBy(group => group.Count())!.Key;

    public int Images { get; } = Sights.Select(sight => sight.Place.Receipt).Distinct().Count();

    public string Grammar => Usual.Place.Grammar;

    public string Where => Side switch
    {
        Side.Before => "before the value in its line",
        Side.Left => "left of the value",
        Side.Above => "above the value",
        Side.Right => "right of the value",
        _ => "below the value",
    };

    /// <summary>Whether both findings consist of the same words on the page: one label for two values, such as a date with its time.</summary>
    public bool IsOneWith(LabelFinding other) =>
        Sights.Any(sight => other.Sights.Any(theirs => theirs.Tokens[0] == sight.Tokens[0]));

    /// <summary>Returns the most frequent label of a field whose value is at these places.</summary>
    public static LabelFinding? Best(FieldRule rule, IReadOnlyList<ValuePlace> places, LabelSights sights)
    {
        var of = places.Select(place => place.Receipt).Distinct().Count();
        var groups = new List<List<LabelSight>>();
        foreach (var sight in places.SelectMany(sights.Around))
        {
            var same = groups.Find(group => ConstantWords.Resembles(group[0].Key, sight.Key) && group[0].Side <= Side.Above == sight.Side <= Side.Above);
            if (same is null)
            {
                groups.Add([sight]);
            }
            else
            {
                same.Add(sight);
            }
        }

        return groups.Select(group => new LabelFinding(rule, group, of))
            .Where(finding => finding.Images >= ConstantWords.Needed(of))
            .OrderBy(finding => finding.Side > Side.Above).ThenByDescending(finding => finding.Images).ThenBy(finding => finding.Side)
            .FirstOrDefault();
    }
}
