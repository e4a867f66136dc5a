using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using Ocr.ReceiptCli.Reports;
using Ocr.Recognition;

namespace Ocr.ReceiptCli.Commands;

/// <summary><c>receipt-cli fields words.json</c>: extracts the fields from the output of the words command, one JSON object per image.</summary>
internal static class FieldsCommand
{
    public static Command Create()
    {
        var words = new Argument<FileInfo>("words") { Description = "JSON file of the words command." }.AcceptExistingOnly();
        var (pack, rules, fields) = (CommonOptions.Pack(), CommonOptions.Rules(), CommonOptions.Fields());
        var command = new Command("fields", "Extracts the fields of words that were read earlier.") { words, pack, rules, fields };
        command.SetAction((parsed, _) => Guard.Run(() =>
        {
            using var pipeline = Pipeline.Open(parsed.GetValue(pack), parsed.GetValue(rules), ReadingProfile.Balanced, parsed.GetValue(fields));
            var clock = Stopwatch.StartNew();
            var receipts = WordFile.Read(parsed.GetRequiredValue(words).FullName).ToDictionary(page => page.Key, page => pipeline.Read(page.Value).Receipt);
            Console.WriteLine(JsonSerializer.Serialize(receipts, ReadingJson.Options));
            Console.Error.WriteLine($"{receipts.Count} pages in {clock.ElapsedMilliseconds} ms");
            return Task.FromResult(Guard.Done);
        }));
        return command;
    }
}
