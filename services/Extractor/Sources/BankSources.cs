using Ocr.Extractor.Banks;
using Ocr.Extractor.Context;
using Ocr.Extractor.Rules;

namespace Ocr.Extractor.Sources;

/// <summary>Finds the bank whose code starts an account.</summary>
internal sealed class AccountBankSource : ISource
{
    public string Kind => SourceKinds.AccountBank;

    public Finding? Find(ReceiptContext context, FieldRule rule, SourceRule source)
    {
        var account = context[source.From!];
        return context.Rules.Banks.ByCode(account.Field.Prefix) is { } bank
            ? FieldFactory.Create(source, bank.Output, account.Tokens, account.Field.Confidence, bank.Code)
            : null;
    }
}

/// <summary>Finds a property of the app that made the receipt.</summary>
internal sealed class SignatureSource : ISource
{
    public string Kind => SourceKinds.Signature;

    public Finding? Find(ReceiptContext context, FieldRule rule, SourceRule source)
    {
        if (context.App is not { } found || IsAnothers(context, source, found.App))
        {
            return null;
        }

        var bank = context.Rules.Banks.ByCode(found.App.Bank);
        var value = source.Property switch
        {
            "bank" => bank?.Output,
            "type" => found.App.Type,
            _ => found.App.Channel,
        };
        return value is null ? null : Doubted(found, FieldFactory.Create(source, value, found.Tokens, found.Confidence, source.Property == "bank" ? bank!.Code : null) with { IsInferred = true });
    }

    /// <summary>Adds a warning when there is no title: the header is cropped or unreadable.</summary>
    private static Finding Doubted(DetectedApp found, Finding finding) => found.Tokens.Count > 0 ? finding
        : finding with { Field = finding.Field with { Warnings = ["No se ve el título de la aplicación; se deduce de sus etiquetas"] } };

    /// <summary>Whether the payer's bank is known and differs from the app's bank.</summary>
    private static bool IsAnothers(ReceiptContext context, SourceRule source, App app) =>
        source.From is not null && app.Bank is not null && context[source.From].Field.Prefix is { } code && code != app.Bank;
}

/// <summary>Finds a bank's name above the first label: its logo.</summary>
internal sealed class LogoSource : ISource
{
    public string Kind => SourceKinds.Logo;

    public Finding? Find(ReceiptContext context, FieldRule rule, SourceRule source)
    {
        foreach (var (tokens, bank, likeness) in BankLogos.In(context))
        {
            return FieldFactory.Create(source, bank.Output, tokens, likeness * FieldFactory.Mean(tokens), bank.Code) with { IsInferred = true };
        }

        return null;
    }
}

/// <summary>Returns a constant when another field has a value: a payment to a phone is a mobile payment.</summary>
internal sealed class ConstantSource : ISource
{
    public string Kind => SourceKinds.Constant;

    public Finding? Find(ReceiptContext context, FieldRule rule, SourceRule source)
    {
        var other = context[source.From!];
        return other.IsBlank ? null : FieldFactory.Create(source, source.Value!, other.Tokens, other.Field.Confidence);
    }
}
