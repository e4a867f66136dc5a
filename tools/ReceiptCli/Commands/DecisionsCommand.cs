using System.CommandLine;
using Ocr.Contracts;
using Ocr.Extractor.Decision;
using Ocr.ReceiptCli.Reports;
using Ocr.ReceiptCli.Scoring;
using Ocr.Recognition;

namespace Ocr.ReceiptCli.Commands;

/// <summary><c>receipt-cli decisions FOLDER…</c>: scores the policy's decisions on the images of each <c>truth.json</c>.</summary>
internal static class DecisionsCommand
{
    public static Command Create()
    {
        var folders = new Argument<DirectoryInfo[]>("folders") { Description = "Folders of images, each with its truth.json.", Arity = ArgumentArity.OneOrMore }.AcceptExistingOnly();
        var profiles = new Option<ReadingProfile[]>("--profile") { Description = "Trade-off between time and accuracy; may be given several times (default: every profile).", DefaultValueFactory = _ => Enum.GetValues<ReadingProfile>() };
        var output = new Option<FileInfo?>("--out") { Description = "Markdown file to write." };
        var (pack, rules, policy, jobs, fields) = (CommonOptions.Pack(), CommonOptions.Rules(), CommonOptions.Policy(), CommonOptions.Jobs(), CommonOptions.Fields());
        var command = new Command("decisions", "Says what is accepted, reviewed and rejected of folders with a truth.json, and how often that is wrong.")
        {
            folders, profiles, output, pack, rules, fields, policy, jobs,
        };
        command.SetAction((parsed, cancellation) => Guard.Run(async () =>
        {
            var decide = DecisionPolicy.Load(CommonOptions.PolicyFile(parsed.GetValue(policy), parsed.GetValue(rules)));
            var (model, scores) = ("", new List<DecisionScore>());
            foreach (var profile in parsed.GetRequiredValue(profiles))
            {
                using var pipeline = Pipeline.Open(parsed.GetValue(pack), parsed.GetValue(rules), profile, parsed.GetValue(fields), decide);
                model = pipeline.Model;
                foreach (var folder in parsed.GetRequiredValue(folders))
                {
                    var score = await new FolderScorer(pipeline, null).ScoreAsync(folder, parsed.GetValue(jobs), cancellation);
                    scores.Add(new DecisionScore(folder.Name, Name(profile), score.Receipts));
                }
            }

            var text = DecisionMarkdown.Write(model, decide.Version, [.. scores.OrderBy(score => score.Set, StringComparer.Ordinal)]);
            await ShowAsync(text, parsed.GetValue(output), cancellation);
            return Guard.Done;
        }));
        return command;
    }

    private static async Task ShowAsync(string text, FileInfo? file, CancellationToken cancellation)
    {
        Console.WriteLine(text);
        if (file is not null)
        {
            await File.WriteAllTextAsync(file.FullName, text + "\n", cancellation);
        }
    }

    private static string Name(ReadingProfile profile) => profile switch
    {
        ReadingProfile.Fast => ProfileNames.UltraRapido,
        ReadingProfile.Balanced => ProfileNames.Balanced,
        _ => ProfileNames.HighConfidence,
    };
}
