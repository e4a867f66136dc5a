using System.Text;

namespace Ocr.Load.Reports;

/// <summary>Writes the figures as a page.</summary>
internal static class Page
{
    public static string Write(Results results)
    {
        var text = new StringBuilder();
        foreach (var (name, runs) in results.Runs)
        {
            text.AppendLine($"## {name}");
            foreach (var run in runs)
            {
                text.AppendLine(run.Summary);
            }
        }

        return text.ToString();
    }
}
