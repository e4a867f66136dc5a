using Ocr.Extractor.Layout;

namespace Ocr.ReceiptCli.Teaching;

/// <summary>Position of a label relative to its value, the more likely first. The rules support values right of and below a label only, which are the first three.</summary>
internal enum Side
{
    Before,
    Left,
    Above,
    Right,
    Below,
}

/// <summary>The app's own words next to a value on one image.</summary>
/// <param name="Place">The value.</param>
/// <param name="Side">Position of the words.</param>
/// <param name="Tokens">The words.</param>
internal sealed record LabelSight(ValuePlace Place, Side Side, IReadOnlyList<Token> Tokens)
{
    public string Key => string.Concat(Tokens.Select(token => token.Key));

    /// <summary>The printed text without separators from its value.</summary>
    public string Text => string.Join(' ', Tokens.Select(token => token.Text)).Trim(' ', ':', ';', '.', '-');
}

/// <summary>Searches around values for the app's own words.</summary>
internal sealed class LabelSights(ConstantWords constants)
{
    /// <summary>Maximum distance of a label above its value, text heights: the engine's own limit.</summary>
    private const float Reach = 4;

    private const int ShortestLabel = 3;

    public IEnumerable<LabelSight> Around(ValuePlace place)
    {
        var left = LeftOf(place);
        return ((LabelSight?[])[left, Wrapped(left), Above(place), RightOf(place), Below(place)])
            .OfType<LabelSight>().Where(sight => sight.Key.Length >= ShortestLabel);
    }

    /// <summary>Returns the nearest words left of the value in its row, ignoring units and a document's letter.</summary>
    private LabelSight? LeftOf(ValuePlace place)
    {
        Token[] before = [.. place.Row.Tokens.TakeWhile(token => token != place.Tokens[0]).Reverse().SkipWhile(IsPartOfValue)];
        Token[] label = [.. before.TakeWhile((token, i) =>
            constants.Has(token) && token.Segment == before[0].Segment && (i == 0 || !token.EndsLabel)).Reverse()];
        var side = label.Length > 0 && label[0].Segment == place.Tokens[0].Segment ? Side.Before : Side.Left;
        return label.Length > 0 ? new LabelSight(place, side, label) : null;
    }

    /// <summary>Adds the line below: a narrow column wraps a long label, on some images only.</summary>
    private LabelSight? Wrapped(LabelSight? left)
    {
        if (left is not { Side: Side.Left })
        {
            return null;
        }

        var (page, last) = (left.Place.Receipt.Page, left.Tokens[^1]);
        var under = page.Rows.ElementAtOrDefault(last.Segment.Row.Index + 1)?.Segments.FirstOrDefault(segment =>
            Math.Abs(segment.Box.X0 - left.Tokens[0].Box.X0) < page.TextHeight && segment.Box.Y0 - last.Box.Y1 < page.TextHeight
            && segment.Tokens.All(constants.Has));
        return under is null ? null : left with { Tokens = [.. left.Tokens, .. under.Tokens] };
    }

    private LabelSight? Above(ValuePlace place)
    {
        var page = place.Receipt.Page;
        var over = page.Rows.Take(place.Row.Index).Reverse()
            .TakeWhile(row => place.Box.Y0 - row.Box.Y1 < Reach * page.TextHeight && !row.IsStatusBar)
            .Select(row => row.Segments.FirstOrDefault(segment => Aligned(segment.Box, place.Box, page.TextHeight)))
            .FirstOrDefault(segment => segment is not null);
        return Whole(place, Side.Above, over);
    }

    private LabelSight? RightOf(ValuePlace place) =>
        Whole(place, Side.Right, place.Row.Segments.FirstOrDefault(segment => segment.Box.X0 > place.Box.X1));

    private LabelSight? Below(ValuePlace place)
    {
        var page = place.Receipt.Page;
        var under = page.Rows.Skip(place.Tokens[^1].Segment.Row.Index + 1).FirstOrDefault()?.Segments
            .FirstOrDefault(segment => Aligned(segment.Box, place.Box, page.TextHeight) && segment.Box.Y0 - place.Box.Y1 < Reach * page.TextHeight);
        return Whole(place, Side.Below, under);
    }

    private LabelSight? Whole(ValuePlace place, Side side, Segment? segment) =>
        segment is not null && segment.Tokens.All(token => constants.Has(token) || token.Key.Length == 0)
            ? new LabelSight(place, side, segment.Tokens)
            : null;

    private static bool Aligned(Box label, Box value, float textHeight) =>
        label.OverlapX(value) > 0 || Math.Abs(label.X0 - value.X0) < textHeight;

    private static bool IsPartOfValue(Token token) => token.Key.Length <= 1 || token.Key is "bs" or "bsd" or "ves" or "usd" or "usdt";
}
