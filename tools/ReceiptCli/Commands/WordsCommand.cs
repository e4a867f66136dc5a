using System.Collections.Concurrent;
using System.CommandLine;
using Ocr.ReceiptCli.Reports;
using Ocr.Recognition;

namespace Ocr.ReceiptCli.Commands;

/// <summary><c>receipt-cli words FOLDER --out words.json</c>: saves the recognized words, for work on rules without reading the images again.</summary>
internal static class WordsCommand
{
    public static Command Create()
    {
        var folder = CommonOptions.Folder();
        var output = new Option<FileInfo>("--out") { Description = "JSON file to write.", Required = true };
        var evidence = new Option<bool>("--evidence") { Description = "Include the evidence of each word's confidence, for training/fit_confidence.py." };
        var (pack, profile, jobs) = (CommonOptions.Pack(), CommonOptions.Profile(), CommonOptions.Jobs());
        var command = new Command("words", "Writes the words of every image of a folder.") { folder, output, evidence, pack, profile, jobs };
        command.SetAction((parsed, cancellation) => Guard.Run(async () =>
        {
            using var reader = ReceiptReader.Create(CommonOptions.PackFolder(parsed.GetValue(pack)));
            var pages = new ConcurrentDictionary<string, ReadPage>(StringComparer.Ordinal);
            var images = ImageFolder.List(parsed.GetRequiredValue(folder));
            await Progress.ForEach("Reading", images, parsed.GetValue(jobs), async (image, token) =>
            {
                var bytes = await File.ReadAllBytesAsync(image.FullName, token);
                pages[image.Name] = reader.Read(bytes, parsed.GetValue(profile), token);
            }, cancellation);
            await File.WriteAllTextAsync(parsed.GetRequiredValue(output).FullName, ReadingJson.WriteWords(pages, parsed.GetValue(evidence)), cancellation);
            return Guard.Done;
        }));
        return command;
    }
}
