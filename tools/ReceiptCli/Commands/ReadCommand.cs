using System.CommandLine;
using Ocr.ReceiptCli.Reports;

namespace Ocr.ReceiptCli.Commands;

/// <summary><c>receipt-cli read recibo.png</c>: prints the fields of one image.</summary>
internal static class ReadCommand
{
    public static Command Create()
    {
        var image = new Argument<FileInfo>("image") { Description = "PNG, JPEG or WebP." }.AcceptExistingOnly();
        var json = new Option<bool>("--json") { Description = "JSON instead of a table." };
        var words = new Option<bool>("--words") { Description = "Include the words with box, confidence and line." };
        var (pack, rules, profile, fields) = (CommonOptions.Pack(), CommonOptions.Rules(), CommonOptions.Profile(), CommonOptions.Fields());
        var command = new Command("read", "Reads one receipt.") { image, json, words, pack, rules, profile, fields };
        command.SetAction((parsed, cancellation) => Guard.Run(async () =>
        {
            using var pipeline = Pipeline.Open(parsed.GetValue(pack), parsed.GetValue(rules), parsed.GetValue(profile), parsed.GetValue(fields));
            var bytes = await File.ReadAllBytesAsync(parsed.GetRequiredValue(image).FullName, cancellation);
            var reading = pipeline.Read(bytes, cancellation);
            if (parsed.GetValue(json))
            {
                Console.WriteLine(ReadingJson.Write(reading, parsed.GetValue(words)));
            }
            else
            {
                ReadingTable.Write(reading, parsed.GetValue(words));
            }

            return Guard.Done;
        }));
        return command;
    }
}
