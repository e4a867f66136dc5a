using System.Text.Json;

namespace Ocr.Recognition.Tests.Amounts;

/// <summary>An amount as a picture prints it: a figure with cents in the same size or in another.</summary>
internal sealed record PrintedAmount(string File, string Figure, string? Cents, double[] FigureBox, double[]? CentsBox)
{
    private static string Folder => Path.Combine(Repository.Root, "tests", "assets", "raised");

    public static List<PrintedAmount> Load()
    {
        using var truth = JsonDocument.Parse(System.IO.File.ReadAllBytes(Path.Combine(Folder, "truth.json")));
        return [.. truth.RootElement.EnumerateObject().Select(picture =>
        {
            var parts = picture.Value.GetProperty("words").EnumerateArray().Where(word => word.TryGetProperty("part", out _))
                .ToDictionary(word => word.GetProperty("part").GetString()!, word => (Text: Text(word), Box: Box(word)));
            var cents = parts.TryGetValue("cents", out var found) ? found : default;
            return new PrintedAmount(picture.Name, parts["figure"].Text, cents.Text, parts["figure"].Box, cents.Box);
        })];
    }

    public byte[] Image() => System.IO.File.ReadAllBytes(Path.Combine(Folder, File));

    /// <summary>Whether the figure and the cents are in the words, separate or as one number with its separator.</summary>
    public bool IsIn(ReadPage page)
    {
        var figure = Words(page, FigureBox);
        return figure.Any(word => IsWhole(word.Text))
            || (figure.Any(word => Digits(word.Text) == Digits(Figure)) && (CentsBox is null || Words(page, CentsBox).Any(word => Digits(word.Text) == Digits(Cents!))));
    }

    /// <summary>Whether only the figure was read, without anything next to it that would cause a doubt.</summary>
    public bool IsCutSilently(ReadPage page) => CentsBox is not null && !IsIn(page)
        && Words(page, FigureBox).Any(word => word.Text.Trim('.', ',') == Figure.Trim('.', ',')) && !Words(page, CentsBox).Any();

    public override string ToString() => $"{File}: {Figure} {Cents}";

    private bool IsWhole(string text) => (Figure + Cents).Trim('.', ',') is var printed
        && printed.AsSpan().LastIndexOfAny('.', ',') == printed.Length - 3 && Digits(text) == Digits(printed) && text.AsSpan().ContainsAny('.', ',');

    private static IEnumerable<ReadWord> Words(ReadPage page, double[] box) => page.Words.Where(word =>
        Math.Min(word.Box.X1, box[2]) - Math.Max(word.Box.X0, box[0]) > 0.3 * Math.Min(word.Box.Width, box[2] - box[0])
        && Math.Min(word.Box.Y1, box[3]) - Math.Max(word.Box.Y0, box[1]) > 0.4 * Math.Min(word.Box.Height, box[3] - box[1]));

    private static string Digits(string text) => string.Concat(text.Select(c => c == 'º' ? '0' : c).Where(char.IsAsciiDigit));

    private static string Text(JsonElement word) => word.GetProperty("text").GetString()!;

    private static double[] Box(JsonElement word) => [.. word.GetProperty("box").EnumerateArray().Select(side => side.GetDouble())];
}
