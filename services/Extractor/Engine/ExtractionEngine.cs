using System.Collections.Frozen;
using Ocr.Contracts;
using Ocr.Extractor.Judging;
using Ocr.Extractor.Layout;
using Ocr.Extractor.Rules;

namespace Ocr.Extractor.Engine;

/// <summary>Words of a receipt → its fields. Pure and thread-safe; build once from a rule set, share.</summary>
public sealed class ExtractionEngine(RuleSet rules)
{
    private static readonly FrozenDictionary<string, ISource> Sources =
        new ISource[]
        {
            new LabelSource(), new PatternSource(), new CopySource(), new BesideSource(), new ParagraphSource(),
            new AccountBankSource(), new SignatureSource(), new LogoSource(), new ConstantSource(),
        }.ToFrozenDictionary(source => source.Kind);

    /// <summary>Version of the rules it applies.</summary>
    public string RulesVersion => rules.Version;

    /// <summary>Rules that it applies, one a field.</summary>
    public int RuleCount => rules.Rules.Count;

    /// <summary>Reads the sixteen fields.</summary>
    /// <param name="words">Words in the order of recognition; boxes in pixels of the upright page.</param>
    /// <param name="imageWidth">Width of that image, pixels.</param>
    /// <param name="imageHeight">Height of that image, pixels.</param>
    /// <param name="arrived">The day on which the image was sent in, which dates are held against; unset, they are not.</param>
    public ExtractedReceipt Extract(IReadOnlyList<WordBox> words, int imageWidth, int imageHeight, DateOnly? arrived = null)
    {
        ArgumentNullException.ThrowIfNull(words);
        var page = PageBuilder.Build(words, imageWidth, imageHeight);
        var context = new ReceiptContext(page, rules, arrived);
        foreach (var rule in rules.Rules.Append(rules.NameRule))
        {
            context[rule.Field] = Apply(context, rule);
        }

        Judgement.Weigh(context);
        var fields = FieldKeys.All.ToDictionary(key => key, key => Judgement.Explain(context, context[key].Field, key));
        var judgement = ReceiptJudge.Judge(context, rules.Receipt);
        var missing = SuccessRule.Missing(fields, rules.Complete);
        return new ExtractedReceipt
        {
            Fields = fields,
            BeneficiaryName = context[RuleSet.BeneficiaryName].Field,
            OriginalText = string.Join(' ', words.Select(word => word.Text)),
            StructuredText = page.Rows.Count > 0 ? ReadingOrder.Text(page, Chrome(context)) : "",
            LayoutApplied = page.Rows.Count > 0,
            IsReceipt = judgement.ReasonCode is null,
            Judgement = judgement,
            Complete = missing.Count == 0 && judgement.ReasonCode is null,
            MissingFields = missing,
            RulesVersion = rules.Version,
        };
    }

    private static Finding Apply(ReceiptContext context, FieldRule rule)
    {
        Finding? doubtful = null;
        foreach (var source in rule.Sources.Where(source => IsFor(context, rule, source)))
        {
            var found = Sources[source.Kind].Find(context, rule, source);
            if (found is { IsBlank: false, Field: { Valid: true } or { Masked: true } })
            {
                return found;
            }

            doubtful ??= found;
        }

        return doubtful ?? Finding.Blank;
    }

    private static bool IsFor(ReceiptContext context, FieldRule rule, SourceRule source) =>
        (source.Apps.Count == 0 || source.Apps.Contains(context.App?.App.Name))
        && !(source.OnlyUnlabelled && rule.Sources.TakeWhile(other => other != source)
            .SelectMany(other => other.LabelKeys).Any(key => context.HitsOf(key).Any()));

    private static HashSet<Token> Chrome(ReceiptContext context) =>
        [.. context.Hits.Where(hit => hit.Entry.Role == LabelRole.Chrome).SelectMany(hit => hit.Segment.Tokens)];
}
