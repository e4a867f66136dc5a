using System.Text.RegularExpressions;

namespace Ocr.Extractor.Values;

/// <summary>Account numbers, nearly always masked; kept as printed, with blanks removed.</summary>
internal sealed partial class AccountGrammar : IValueGrammar
{
    private const int FullLength = 20;

    public string Name => "account";

    public IEnumerable<ValueMatch> Find(Run run, bool shared)
    {
        foreach (Match match in Pattern().Matches(run.Digits))
        {
            var value = Marks.Unify(BehindLastDigits().Replace(Run.Squeeze(match.Value).Trim('-'), "$1"));
            var digits = value.Count(char.IsAsciiDigit);
            var masked = value.Any(Marks.IsMark) || value.Contains("..", StringComparison.Ordinal);
            if (masked ? digits is >= 2 and < FullLength : digits == FullLength)
            {
                yield return new ValueMatch(match.Index, match.Index + match.Length, value)
                {
                    Masked = masked,
                    Prefix = Code(value),
                };
            }
        }
    }

    // A masked account ends in digits: a mask after them is the rule or the icon that follows.
    [GeneratedRegex(@"^(\d*[^\d\-]+\d+)\D+$")]
    private static partial Regex BehindLastDigits();

    /// <summary>Returns the bank's code, when the account starts with four unmasked digits.</summary>
    private static string? Code(string account) =>
        account.Length > 4 && account.AsSpan(0, 4).IndexOfAnyExceptInRange('0', '9') < 0 && account[0] == '0' ? account[..4] : null;

    [GeneratedRegex(@"(?<![A-Za-z\d.*•●·…])(?<!\b04[\d*•●·]{2}[\s\-]{1,4})(?!04(?:1[246]|2[246]|[*•●·]))[\d*•●·….xX#]+(?:(?:\s|\s?-\s?)[\d*•●·….xX#]+)*(?![A-Za-z])")]
    private static partial Regex Pattern();
}
