using System.CommandLine;
using Ocr.Extractor.Engine;
using Ocr.Extractor.Rules;
using Ocr.ReceiptCli.Reports;
using Ocr.ReceiptCli.Scoring;

namespace Ocr.ReceiptCli.Commands;

/// <summary><c>receipt-cli score-boxes</c>: scores generated receipts of every layout as word boxes, clean and with reading errors.</summary>
internal static class ScoreBoxesCommand
{
    public static Command Create()
    {
        var seed = new Option<int>("--seed") { Description = "Seed of the payments; rules are developed on 1 and measured on another.", DefaultValueFactory = _ => 1 };
        var count = new Option<int>("--count") { Description = "Receipts of each layout.", DefaultValueFactory = _ => 24 };
        var errors = new Option<bool>("--faults") { Description = "List every wrong field." };
        var output = new Option<FileInfo?>("--out") { Description = "Markdown file to write." };
        var (rules, fields) = (CommonOptions.Rules(), CommonOptions.Fields());
        var command = new Command("score-boxes", "Scores the rules on made-up word boxes, without the reader.") { seed, count, errors, output, rules, fields };
        command.SetAction((parsed, cancellation) => Guard.Run(async () =>
        {
            var engine = new ExtractionEngine(RuleSet.Load(CommonOptions.RuleFile(parsed.GetValue(rules))), CommonOptions.FieldModel(parsed.GetValue(fields)));
            var scorer = new BoxScorer(engine, parsed.GetValue(seed), parsed.GetValue(count));
            var text = BoxScoreMarkdown.Write(scorer.Clean(), scorer.Noisy(), parsed.GetValue(errors));
            Console.WriteLine(text);
            if (parsed.GetValue(output) is { } file)
            {
                await File.WriteAllTextAsync(file.FullName, text + "\n", cancellation);
            }

            return Guard.Done;
        }));
        return command;
    }
}
