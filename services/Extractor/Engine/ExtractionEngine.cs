using System.Collections.Frozen;
using Ocr.Contracts;
using Ocr.Extractor.Assignment;
using Ocr.Extractor.Classification;
using Ocr.Extractor.Context;
using Ocr.Extractor.Decision;
using Ocr.Extractor.Layout;
using Ocr.Extractor.Rules;
using Ocr.Extractor.Scoring;
using Ocr.Extractor.Sources;
using Ocr.Extractor.Values;

namespace Ocr.Extractor.Engine;

/// <summary>Extracts the fields from the words of a receipt. Pure and thread-safe; build once from a rule set, share.</summary>
/// <param name="rules">The extraction rules.</param>
/// <param name="model">Scores the words of each field; without it, only the rules are used.</param>
/// <param name="policy">Decides on the result; without it, receipts carry no decision.</param>
public sealed class ExtractionEngine(RuleSet rules, FieldModel? model = null, DecisionPolicy? policy = null)
{
    private const double MaxForeign = 0.6;

    private static readonly FrozenDictionary<string, ISource> Sources =
        new ISource[]
        {
            new LabelSource(), new PatternSource(), new CopySource(), new BesideSource(), new ParagraphSource(),
            new AccountBankSource(), new SignatureSource(), new LogoSource(), new ConstantSource(),
        }.ToFrozenDictionary(source => source.Kind);

    /// <summary>Version of its rules.</summary>
    public string RulesVersion => rules.Version;

    /// <summary>Name and version of the field model; <see langword="null"/> without a model.</summary>
    public string? FieldModel => model?.Name;

    /// <summary>Version of its policy; <see langword="null"/> without a policy.</summary>
    public string? PolicyVersion => policy?.Version;

    /// <summary>Number of rules, one per field.</summary>
    public int RuleCount => rules.Rules.Count;

    /// <summary>Extracts the sixteen fields.</summary>
    /// <param name="words">Words in the order of recognition; boxes in pixels of the upright page.</param>
    /// <param name="imageWidth">Width of that image, pixels.</param>
    /// <param name="imageHeight">Height of that image, pixels.</param>
    /// <param name="arrived">The day on which the image was uploaded, against which dates are checked; without it, they are not checked.</param>
    public ExtractedReceipt Extract(IReadOnlyList<WordBox> words, int imageWidth, int imageHeight, DateOnly? arrived = null)
    {
        ArgumentNullException.ThrowIfNull(words);
        var picture = LayoutBuilder.Build(words, imageWidth, imageHeight);
        var scores = picture.Tokens.Count is > 0 and <= PageFeatures.MaxTokens ? model?.Score(picture, rules) : null;
        var whole = new ReceiptContext(picture, rules, arrived) { Scores = scores };
        var hasTwo = SecondReceipt.IsShown(whole);
        var context = scores is null ? whole : Own(whole, token => scores.IsForeign(token, hasTwo));
        foreach (var rule in rules.Rules.Append(rules.NameRule))
        {
            context[rule.Field] = Apply(context, rule);
        }

        if (context.Scores is not null)
        {
            new FieldAssignment(context, context.Scores, rule => Apply(context, rule)).Decide();
        }

        StatedCurrency.Apply(context);
        CrossFieldChecks.Apply(context);
        var fields = FieldKeys.All.ToDictionary(key => key, key => CrossFieldChecks.Explain(context, context[key].Field, key));
        var judgement = ReceiptClassifier.Classify(context, rules.Receipt, hasTwo ? 2 : 1);
        var missing = SuccessRule.Missing(fields, rules.Complete, isCalibrated: scores is not null);
        var receipt = new ExtractedReceipt
        {
            Fields = fields,
            BeneficiaryName = context[RuleSet.BeneficiaryName].Field,
            OriginalText = string.Join(' ', words.Select(word => word.Text)),
            StructuredText = picture.Rows.Count > 0 ? ReadingOrder.Text(picture, Chrome(context)) : "",
            LayoutApplied = picture.Rows.Count > 0,
            IsReceipt = judgement.ReasonCode is null,
            Judgement = judgement,
            Complete = missing.Count == 0 && judgement is { ReasonCode: null, State: PaymentStates.Done, ReceiptsInImage: 1 },
            MissingFields = missing,
            RulesVersion = rules.Version,
        };
        return receipt with { Decision = policy?.Decide(receipt) };
    }

    /// <summary>Checks a value that a person typed; it is normalized and valid, or as typed with the reason why it is not.</summary>
    /// <param name="key">One of <see cref="FieldKeys"/>.</param>
    /// <param name="text">The typed value.</param>
    /// <param name="arrived">The day on which the image was uploaded, against which dates are checked.</param>
    public ExtractedField Check(string key, string text, DateOnly? arrived = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return FieldCheck.Check(rules, key, text, arrived);
    }

    /// <summary>
    /// Returns the context of the page without text that overlays or surrounds the receipt or belongs to a second one. A page of mostly foreign text is
    /// returned unchanged, and a wallet's too: text that the model classifies as foreign may belong to its receipt.
    /// </summary>
    private ReceiptContext Own(ReceiptContext whole, Predicate<Token> isForeign)
    {
        var foreign = whole.Page.Tokens.Count(token => isForeign(token));
        if (foreign == 0 || foreign >= MaxForeign * whole.Page.Tokens.Count || whole.IsWallet)
        {
            return whole;
        }

        // Foreign words influence the scores of all others.
        var page = whole.Page.Without(token => isForeign(token) && !IsUnit(token, isForeign));
        return new ReceiptContext(page, rules, whole.Arrived) { Scores = model!.Score(page, rules) };
    }

    /// <summary>Whether it is the unit beside figures that stay, which the model may not know.</summary>
    private static bool IsUnit(Token token, Predicate<Token> isForeign) =>
        AmountGrammar.CurrencyOf(token.Text) is not null && token.Segment.Tokens.Any(other => other.HasDigit && !isForeign(other));

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
        && !(source.OnlyUnlabeled && rule.Sources.TakeWhile(other => other != source)
            .SelectMany(other => other.LabelKeys).Any(key => context.HitsOf(key).Any()));

    private static HashSet<Token> Chrome(ReceiptContext context) =>
        [.. context.Hits.Where(hit => hit.Entry.Role == LabelRole.Chrome).SelectMany(hit => hit.Segment.Tokens)];
}
