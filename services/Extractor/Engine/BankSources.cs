using Ocr.Contracts;
using Ocr.Extractor.Layout;
using Ocr.Extractor.Rules;

namespace Ocr.Extractor.Engine;

/// <summary>The bank whose code starts an account.</summary>
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

/// <summary>A property of the app that made the receipt.</summary>
internal sealed class SignatureSource : ISource
{
    public string Kind => SourceKinds.Signature;

    public Finding? Find(ReceiptContext context, FieldRule rule, SourceRule source)
    {
        if (context.App is not { } found)
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
        return value is null ? null : FieldFactory.Create(source, value, found.Tokens, found.Confidence, source.Property == "bank" ? bank!.Code : null);
    }
}

/// <summary>A bank's name above the first label: its logo.</summary>
internal sealed class LogoSource : ISource
{
    public string Kind => SourceKinds.Logo;

    public Finding? Find(ReceiptContext context, FieldRule rule, SourceRule source)
    {
        foreach (var row in context.Page.Rows.TakeWhile(row => row.Index < context.FirstLabelRow).Where(row => !row.IsStatusBar))
        {
            Token[] tokens = [.. row.Tokens];
            foreach (var name in context.Rules.Banks.NamesIn(tokens).Where(name => !name.Common || name.Match.Count == tokens.Length))
            {
                Token[] words = [.. tokens.Skip(name.Match.Start).Take(name.Match.Count)];
                return FieldFactory.Create(source, name.Bank.Output, words, name.Match.Likeness, name.Bank.Code);
            }
        }

        return null;
    }
}

/// <summary>The kind of payment by what the beneficiary is given: a phone or an account.</summary>
internal sealed class StructureSource : ISource
{
    public string Kind => SourceKinds.Structure;

    public Finding? Find(ReceiptContext context, FieldRule rule, SourceRule source)
    {
        Finding phone = context[FieldKeys.Telefono], account = context[FieldKeys.CuentaDestino];
        return !phone.IsBlank ? FieldFactory.Create(source, "Pago Móvil", phone.Tokens, phone.Field.Confidence)
            : !account.IsBlank ? FieldFactory.Create(source, "TRANSFERENCIA", account.Tokens, account.Field.Confidence)
            : null;
    }
}
