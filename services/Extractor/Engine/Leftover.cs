using Ocr.Contracts;
using Ocr.Extractor.Layout;
using Ocr.Extractor.Rules;

namespace Ocr.Extractor.Engine;

/// <summary>What of a value's lines a rule may use: a name is what the other fields leave, and a masked phone is no account.</summary>
internal static class Leftover
{
    public static IEnumerable<IReadOnlyList<Token>> For(ReceiptContext context, FieldRule rule, IReadOnlyList<IReadOnlyList<Token>> lines)
    {
        IReadOnlySet<Token>? claimed = rule.Field switch
        {
            RuleSet.BeneficiaryName =>
                context.Claimed(FieldKeys.Telefono, FieldKeys.Cedula, FieldKeys.BancoDestino, FieldKeys.CuentaDestino),
            FieldKeys.CuentaDestino => context.Claimed(FieldKeys.Telefono),
            _ => null,
        };
        if (claimed is null)
        {
            return lines;
        }

        return lines.Select(line => (IReadOnlyList<Token>)[.. line.Where(token => !claimed.Contains(token))]).Where(line => line.Count > 0);
    }
}
