using Ocr.Extractor.Decision;
using Ocr.Extractor.Engine;
using Ocr.Extractor.Rules;
using Ocr.Extractor.Scoring;
using Ocr.FieldDocuments.Pages;
using Ocr.FieldDocuments.Scenes;
using Ocr.FieldDocuments.Words;

namespace Ocr.FieldDocuments.Evaluation;

/// <summary>Runs an evaluation and prints its result.</summary>
internal static class Evaluating
{
    public static int Run(int count, int seed, Split split, FileInfo rules, DirectoryInfo? pack, FileInfo? samples, bool errors, int[] explained)
    {
        using var model = pack is null ? null : FieldModel.Load(pack.FullName);
        var policy = DecisionPolicy.Load(Path.Combine(rules.DirectoryName!, "decision.json"));
        var ruleSet = RuleSet.Load(rules.FullName);
        var engine = new ExtractionEngine(ruleSet, model, policy);
        var factory = new DocumentFactory(Facts.Banks(Path.Combine(rules.DirectoryName!, "banks.json")), split, seed);
        if (explained.Length > 0 && model is not null)
        {
            foreach (var number in explained)
            {
                var read = ReaderNoise.Read(factory.Make(number), new Dice(unchecked((seed * 31) + number)));
                Console.WriteLine($"# {number}");
                Console.WriteLine(Explanation.Of(engine, model, ruleSet, [.. read.Words.Select(word => word.Box)], read.Width, read.Height));
            }

            return 0;
        }

        var score = new Score();
        for (var number = 0; number < count; number++)
        {
            score.Number = number;
            score.Add(engine, factory.Make(number), new Dice(unchecked((seed * 31) + number)));
        }

        Console.WriteLine(score.Markdown());
        if (errors)
        {
            score.Errors.ForEach(Console.WriteLine);
        }

        if (samples is not null)
        {
            File.WriteAllText(samples.FullName, score.Samples);
        }

        return 0;
    }
}
