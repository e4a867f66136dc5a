using System.CommandLine;
using Ocr.ReceiptCli.Reports;
using Ocr.ReceiptCli.Scoring;

namespace Ocr.ReceiptCli.Commands;

/// <summary><c>receipt-cli score FOLDER</c>: compares every image of a <c>truth.json</c> with its truth.</summary>
internal static class ScoreCommand
{
    public static Command Create()
    {
        var folder = CommonOptions.Folder();
        var output = new Option<FileInfo[]>("--out") { Description = "Report to write, .md or .json; may be given twice." };
        var words = new Option<FileInfo?>("--words") { Description = "JSON file to write with the words of every image, as the words command does." };
        var from = new Option<FileInfo?>("--from-words") { Description = "Words written earlier, instead of reading the images again." };
        var minFields = Percentage("--min-fields", "Minimum percentage of fields that must be right; below it the exit code is 1.");
        var minSuccess = Percentage("--min-success", "Minimum percentage of receipts that must meet the success rule.");
        var (pack, rules, fields) = (CommonOptions.Pack(), CommonOptions.Rules(), CommonOptions.Fields());
        var (profile, jobs) = (CommonOptions.Profile(), CommonOptions.Jobs());
        var command = new Command("score", "Scores a folder of images against its truth.json.")
        {
            folder, output, words, from, minFields, minSuccess, pack, rules, profile, jobs, fields,
        };
        command.SetAction((parsed, cancellation) => Guard.Run(async () =>
        {
            using var pipeline = Pipeline.Open(parsed.GetValue(pack), parsed.GetValue(rules), parsed.GetValue(profile), parsed.GetValue(fields));
            var scorer = new FolderScorer(pipeline, parsed.GetValue(from));
            var score = await scorer.ScoreAsync(parsed.GetRequiredValue(folder), parsed.GetValue(jobs), cancellation);
            Console.WriteLine(ScoreMarkdown.Write(score));
            foreach (var file in parsed.GetValue(output) ?? [])
            {
                var text = file.Extension == ".json" ? ScoreJson.Write(score) : ScoreMarkdown.Write(score);
                await File.WriteAllTextAsync(file.FullName, text + "\n", cancellation);
            }

            if (parsed.GetValue(words) is { } wordFile)
            {
                await File.WriteAllTextAsync(wordFile.FullName, ReadingJson.WriteWords(scorer.Pages, evidence: false), cancellation);
            }

            var enough = score.Stated.Percent >= parsed.GetValue(minFields) && score.Success.Percent >= parsed.GetValue(minSuccess);
            return enough ? Guard.Done : Guard.BelowThreshold;
        }));
        return command;
    }

    private static Option<double> Percentage(string name, string description) =>
        new(name) { Description = description, DefaultValueFactory = _ => 0 };
}
