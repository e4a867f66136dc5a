using System.Globalization;
using System.Text;
using Ocr.Contracts;
using Ocr.Extractor.Candidates;
using Ocr.Extractor.Context;
using Ocr.Extractor.Engine;
using Ocr.Extractor.Layout;
using Ocr.Extractor.Rules;
using Ocr.Extractor.Scoring;

namespace Ocr.FieldDocuments.Evaluation;

/// <summary>Describes how the engine reads one document: the model's tags of each line, the candidates, and the fields with their sources.</summary>
internal static class Explanation
{
    /// <summary>A second tag is printed from this probability on.</summary>
    private const float MinSecond = 0.1f;

    /// <summary>Returns one line per row of the page, per candidate and per field that is not blank.</summary>
    public static string Of(ExtractionEngine engine, FieldModel model, RuleSet rules, IReadOnlyList<WordBox> words, int width, int height)
    {
        var page = LayoutBuilder.Build(words, width, height);
        var scores = model.Score(page, rules);
        var text = new StringBuilder();
        foreach (var row in page.Rows)
        {
            text.AppendJoin("  ", row.Segments.Select(segment => string.Join(' ', segment.Tokens.Select(token => token.Text + Tags(token, scores))))).AppendLine();
        }

        var context = new ReceiptContext(page, rules) { Scores = scores };
        text.AppendLine(CultureInfo.InvariantCulture, $"app {context.App?.App.Name}, known layout {context.KnowsLayout}");
        foreach (var kind in FieldKind.All)
        {
            var rule = kind.Field == RuleSet.BeneficiaryName ? rules.NameRule : rules.Rules.First(rule => rule.Field == kind.Field);
            text.AppendJoin("", CandidateFinder.Find(context, kind, rule, scores)
                .Select(candidate => string.Create(CultureInfo.InvariantCulture, $"  candidate {kind.Field}: {candidate.Value} {candidate.Likelihood:0.00} {candidate.Finding.Field.Reason}\n")));
        }

        foreach (var (key, field) in engine.Extract(words, width, height).Fields.Where(pair => pair.Value.Value.Length > 0))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{key}: {field.Value} {field.Confidence} {field.Valid} {field.Rule} {string.Join(" | ", field.Warnings)}");
        }

        return text.ToString();
    }

    private static string Tags(Token token, PageScores scores)
    {
        var likely = Enum.GetValues<FieldTag>().Select(tag => (Tag: tag, Score: scores[token, tag])).OrderByDescending(item => item.Score).Take(2)
            .Where((item, rank) => rank == 0 || item.Score >= MinSecond);
        return $"[{string.Join(' ', likely.Select(item => string.Create(CultureInfo.InvariantCulture, $"{item.Tag} {item.Score:0.00}")))}]";
    }
}
