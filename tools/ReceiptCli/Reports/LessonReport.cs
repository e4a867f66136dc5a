using System.Globalization;
using System.Text;
using Ocr.ReceiptCli.Scoring;
using Ocr.ReceiptCli.Teaching;

namespace Ocr.ReceiptCli.Reports;

/// <summary>Formats the proposed rules for the user who accepts or rejects them.</summary>
internal static class LessonReport
{
    /// <summary>Formats the proposals, and the rejected ones with their reasons.</summary>
    public static string Proposals(Lesson lesson)
    {
        var text = new StringBuilder();
        Section(text, "Proposals", lesson.Proposals.Count > 0 ? lesson.Proposals.Select(proposal => proposal.ToString()) : ["none: the rules know this app"]);
        if (lesson.Conflicts.Count > 0)
        {
            Section(text, "Left out", lesson.Conflicts.Select(conflict => conflict.ToString()));
        }

        return text.ToString();
    }

    /// <summary>Formats fields and receipts of the folder, before and after.</summary>
    public static string Folder(FolderEffect before, FolderEffect after)
    {
        var text = new StringBuilder();
        Line(text, $"{"These images",-34}{"before",14}{"after",14}");
        Row(text, "fields right", Count(before.Score.Stated), Count(after.Score.Stated));
        Row(text, "receipts complete", Of(before.Complete, before), Of(after.Complete, after));
        Row(text, "receipts complete and right", Count(before.Score.Success), Count(after.Score.Success));
        foreach (var key in Truth.Keys.Where(key => before.Score.Field(key) != after.Score.Field(key)))
        {
            Row(text, "  " + key, Count(before.Score.Field(key)), Count(after.Score.Field(key)));
        }

        foreach (var mistake in Truth.Keys.SelectMany(key => after.Mistakes(key).Select(mistake => $"still wrong: {key}, {mistake}")))
        {
            Line(text, $"  {mistake}");
        }

        return text.ToString();
    }

    /// <summary>Formats fields and receipts of the corpus, before and after, and where it is worse.</summary>
    public static string Corpus(CorpusEffect before, CorpusEffect after)
    {
        var text = new StringBuilder();
        Line(text, $"{"Corpus of word boxes",-34}{"before",14}{"after",14}");
        foreach (var (old, now) in before.Readings.Zip(after.Readings))
        {
            Row(text, now.Name, Count(old.Score.Stated), Count(now.Score.Stated));
        }

        string[] worse = [.. after.WorseThan(before)];
        foreach (var field in worse.DefaultIfEmpty("worse in no field"))
        {
            Line(text, $"  {field}");
        }

        return text.ToString();
    }

    private static void Section(StringBuilder text, string title, IEnumerable<string> lines)
    {
        Line(text, $"{title}");
        foreach (var line in lines)
        {
            Line(text, $"  {line}");
        }

        text.Append('\n');
    }

    private static string Count(Share share) => string.Create(CultureInfo.InvariantCulture, $"{share.Right} of {share.Total}");

    private static string Of(int count, FolderEffect effect) => Count(new Share(count, effect.Score.Receipts.Count));

    private static void Row(StringBuilder text, string name, string before, string after) => Line(text, $"  {name,-32}{before,14}{after,14}");

    private static void Line(StringBuilder text, FormattableString line) =>
        text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
