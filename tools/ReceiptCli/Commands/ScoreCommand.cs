using System.Collections.Concurrent;
using System.CommandLine;
using Ocr.ReceiptCli.Reports;
using Ocr.ReceiptCli.Scoring;

namespace Ocr.ReceiptCli.Commands;

/// <summary><c>receipt-cli score FOLDER</c>: every image of a <c>truth.json</c>, held against it.</summary>
internal static class ScoreCommand
{
    public static Command Create()
    {
        var folder = CommonOptions.Folder();
        var output = new Option<FileInfo[]>("--out") { Description = "Report to write, .md or .json; may be given twice." };
        var minFields = Percentage("--min-fields", "Least percentage of fields that must be right; below it the exit code is 1.");
        var minSuccess = Percentage("--min-success", "Least percentage of receipts that must meet the success rule.");
        var (pack, rules) = (CommonOptions.Pack(), CommonOptions.Rules());
        var (profile, jobs) = (CommonOptions.Profile(), CommonOptions.Jobs());
        var command = new Command("score", "Scores a folder of images against its truth.json.")
        {
            folder, output, minFields, minSuccess, pack, rules, profile, jobs,
        };
        command.SetAction((parsed, cancellation) => Guard.Run(async () =>
        {
            using var pipeline = Pipeline.Open(parsed.GetValue(pack), parsed.GetValue(rules), parsed.GetValue(profile));
            var score = await Score(pipeline, parsed.GetRequiredValue(folder), parsed.GetValue(jobs), cancellation);
            Console.WriteLine(ScoreMarkdown.Write(score));
            foreach (var file in parsed.GetValue(output) ?? [])
            {
                var text = file.Extension == ".json" ? ScoreJson.Write(score) : ScoreMarkdown.Write(score);
                await File.WriteAllTextAsync(file.FullName, text + "\n", cancellation);
            }

            var enough = score.Stated.Percent >= parsed.GetValue(minFields) && score.Success.Percent >= parsed.GetValue(minSuccess);
            return enough ? Guard.Done : Guard.BelowThreshold;
        }));
        return command;
    }

    private static async Task<FolderScore> Score(Pipeline pipeline, DirectoryInfo folder, int jobs, CancellationToken cancellation)
    {
        var truths = TruthFile.Load(folder.FullName);
        var receipts = new ConcurrentBag<ScoredReceipt>();
        await Progress.ForEach("Scoring", truths, jobs, async (truth, token) =>
        {
            var bytes = await File.ReadAllBytesAsync(Path.Combine(folder.FullName, truth.File), token);
            receipts.Add(ScoredReceipt.Of(truth, pipeline.TryRead(bytes, token)));
        }, cancellation);
        return new FolderScore(pipeline.Model, [.. receipts.OrderBy(receipt => receipt.Truth.File, StringComparer.Ordinal)]);
    }

    private static Option<double> Percentage(string name, string description) =>
        new(name) { Description = description, DefaultValueFactory = _ => 0 };
}
