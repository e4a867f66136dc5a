using System.Collections.Frozen;
using Ocr.Extractor.Engine;
using Ocr.Extractor.Rules;

namespace Ocr.Extractor.Judging;

/// <summary>What can be seen on an image that tells whether it is a receipt, by the names that the rule file uses.</summary>
internal static class ReceiptSigns
{
    private const int FewWords = 6;
    private const int SomeLabels = 3;
    private const int ManyLabels = 5;

    /// <summary>Signs that the page gives. Those that the fields give stand in the rule file.</summary>
    public static FrozenDictionary<string, Func<ReceiptContext, bool>> ByName { get; } =
        new Dictionary<string, Func<ReceiptContext, bool>>
        {
            ["noText"] = context => context.Page.Tokens.Count == 0,
            ["fewWords"] = context => context.Page.Tokens.Count is > 0 and < FewWords,
            ["successTitle"] = HasSuccessTitle,
            ["failureTitle"] = FailedPayment.IsSeen,
            ["app"] = context => context.App is not null,
            ["someLabels"] = context => Labelled(context) is >= SomeLabels and < ManyLabels,
            ["manyLabels"] = context => Labelled(context) >= ManyLabels,
            ["messageTimes"] = OtherScreens.HasMessageTimes,
            ["listedAmounts"] = OtherScreens.ListsAmounts,
            ["listedPhones"] = OtherScreens.ListsPhones,
        }.ToFrozenDictionary();

    /// <summary>Whether a sign, the page's or the fields', is seen.</summary>
    public static bool IsSeen(string sign, ReceiptContext context, ReceiptRule rule) =>
        ByName.TryGetValue(sign, out var isSeen) ? isSeen(context) : IsSeen(rule.FieldSigns[sign], context, rule);

    private static bool IsSeen(FieldSign sign, ReceiptContext context, ReceiptRule rule) => sign.None.Count > 0
        ? !sign.None.Any(other => IsSeen(rule.FieldSigns[other], context, rule))
        : sign.Fields.Any(field => context[field].Field.Value.Length >= sign.MinLength);

    private static bool HasSuccessTitle(ReceiptContext context) =>
        context.Hits.Any(hit => context.Rules.Vocabulary.Successes.Contains(hit.Entry.Phrase.Key));

    /// <summary>Kinds of fields that have a label with something beside it.</summary>
    private static int Labelled(ReceiptContext context) => context.Hits
        .Where(hit => hit.Entry.Role == LabelRole.Field && context.ZoneOf(hit).Tokens.Any())
        .Select(hit => hit.Entry.Fields.Min)
        .Distinct().Count();
}
