using Ocr.Extractor.Rules;
using Ocr.FieldDocuments.Pages;
using Ocr.FieldDocuments.Scenes;
using Ocr.FieldDocuments.Words;

namespace Ocr.FieldDocuments;

/// <summary>Writes one shard, or the same documents as text for inspection.</summary>
internal static class Writing
{
    public static int Run(FileInfo output, int count, int seed, Split split, FileInfo rules)
    {
        var banks = Facts.Banks(Path.Combine(rules.DirectoryName!, "banks.json"));
        var factory = new DocumentFactory(banks, split, seed);
        output.Directory?.Create();
        if (output.Extension == ".jsonl")
        {
            JsonLines.Write(output.FullName, Enumerable.Range(0, count).Select(number => (factory.Make(number), new Dice(unchecked((seed * 31) + number)))));
            return 0;
        }

        using var writer = new ShardWriter(output.FullName, RuleSet.Load(rules.FullName));
        for (var number = 0; number < count; number++)
        {
            writer.Write(factory.Make(number), new Dice(unchecked((seed * 31) + number)));
        }

        return 0;
    }
}
