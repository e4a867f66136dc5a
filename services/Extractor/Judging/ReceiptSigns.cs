using System.Collections.Frozen;
using Ocr.Contracts;
using Ocr.Extractor.Engine;
using Ocr.Extractor.Rules;

namespace Ocr.Extractor.Judging;

/// <summary>What can be seen on an image that tells whether it is a receipt, by the names that the rule file uses.</summary>
internal static class ReceiptSigns
{
    private const int ShortestReference = 5;
    private const int FewWords = 6;
    private const int SomeLabels = 3;
    private const int ManyLabels = 5;

    public static FrozenDictionary<string, Func<ReceiptContext, bool>> ByName { get; } =
        new Dictionary<string, Func<ReceiptContext, bool>>
        {
            ["noText"] = context => context.Page.Tokens.Count == 0,
            ["fewWords"] = context => context.Page.Tokens.Count is > 0 and < FewWords,
            ["successTitle"] = context => HasTitle(context, context.Rules.Vocabulary.Successes),
            ["failureTitle"] = context => HasTitle(context, context.Rules.Vocabulary.Failures),
            ["app"] = context => context.App is not null,
            ["reference"] = HasReference,
            ["amount"] = context => !context[FieldKeys.Monto].IsBlank,
            ["date"] = context => !context[FieldKeys.FechaOperacion].IsBlank,
            ["phone"] = context => !context[FieldKeys.Telefono].IsBlank,
            ["document"] = context => !context[FieldKeys.Cedula].IsBlank,
            ["destinationBank"] = context => !context[FieldKeys.BancoDestino].IsBlank,
            ["originAccount"] = context => !context[FieldKeys.CuentaOrigen].IsBlank,
            ["beneficiary"] = HasBeneficiary,
            ["noReferenceNoAmount"] = context => !HasReference(context) && context[FieldKeys.Monto].IsBlank,
            ["noReferenceNoBeneficiary"] = context => !HasReference(context) && !HasBeneficiary(context),
            ["someLabels"] = context => Labelled(context) is >= SomeLabels and < ManyLabels,
            ["manyLabels"] = context => Labelled(context) >= ManyLabels,
            ["messageTimes"] = OtherScreens.HasMessageTimes,
            ["listedAmounts"] = OtherScreens.ListsAmounts,
            ["listedPhones"] = OtherScreens.ListsPhones,
        }.ToFrozenDictionary();

    private static bool HasTitle(ReceiptContext context, IReadOnlySet<string> titles) =>
        context.Hits.Any(hit => titles.Contains(hit.Entry.Phrase.Key));

    private static bool HasReference(ReceiptContext context) => context[FieldKeys.Referencia].Field.Value.Length >= ShortestReference;

    private static bool HasBeneficiary(ReceiptContext context) =>
        !context[FieldKeys.Telefono].IsBlank || !context[FieldKeys.Cedula].IsBlank || !context[FieldKeys.CuentaDestino].IsBlank;

    /// <summary>Kinds of fields that have a label with something beside it.</summary>
    private static int Labelled(ReceiptContext context) => context.Hits
        .Where(hit => hit.Entry.Role == LabelRole.Field && context.ZoneOf(hit).Tokens.Any())
        .Select(hit => hit.Entry.Fields.Min)
        .Distinct().Count();
}
