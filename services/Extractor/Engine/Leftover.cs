using Ocr.Contracts;
using Ocr.Extractor.Layout;
using Ocr.Extractor.Rules;

namespace Ocr.Extractor.Engine;

/// <summary>What of a value's lines a rule may use: a name is what is left when phone, document, bank and account are taken away.</summary>
internal static class Leftover
{
    public static IEnumerable<IReadOnlyList<Token>> For(ReceiptContext context, FieldRule rule, IReadOnlyList<IReadOnlyList<Token>> lines)
    {
        if (rule.Field != RuleSet.BeneficiaryName)
        {
            return lines;
        }

        var claimed = context.Claimed(FieldKeys.Telefono, FieldKeys.Cedula, FieldKeys.BancoDestino, FieldKeys.CuentaDestino);
        return lines.Select(line => (IReadOnlyList<Token>)[.. line.Where(token => !claimed.Contains(token))]).Where(line => line.Count > 0);
    }
}
