using Ocr.Extractor.Layout;
using Ocr.Extractor.Text;

namespace Ocr.ReceiptCli.Teaching;

/// <summary>Distinguishes the app's own text, which is constant over the images, from values, which change or are known.</summary>
internal sealed class ConstantWords
{
    private readonly HashSet<Token> _values;
    private readonly List<(string Key, HashSet<TaughtReceipt> Receipts)> _words = [];
    private readonly int _needed;

    /// <param name="receipts">Images of one app.</param>
    /// <param name="values">Places of their values.</param>
    public ConstantWords(IReadOnlyList<TaughtReceipt> receipts, IEnumerable<ValuePlace> values)
    {
        _values = [.. values.SelectMany(place => place.Tokens)];
        _needed = Needed(receipts.Count);
        foreach (var (receipt, key) in receipts.SelectMany(receipt => receipt.Rows.SelectMany(row => row.Tokens).Where(IsWord).Select(token => (receipt, token.Key))))
        {
            var same = _words.Find(word => word.Key == key);
            if (same.Key is null)
            {
                _words.Add(same = (key, []));
            }

            same.Receipts.Add(receipt);
        }
    }

    /// <summary>Returns the number of images that must share a word or a label: half of them, and at least two.</summary>
    public static int Needed(int of) => Math.Max(2, (of + 1) / 2);

    /// <summary>Whether a word is on enough of the images, misread or not, and is not part of a value.</summary>
    public bool Has(Token token) => IsWord(token)
        && _words.Where(word => Resembles(word.Key, token.Key)).SelectMany(word => word.Receipts).Distinct().Count() >= _needed;

    /// <summary>Whether one word may be the other, misread.</summary>
    public static bool Resembles(string one, string other) =>
        one == other || EditDistance.Bounded(one, other, EditDistance.Allowed(one.Length)) <= EditDistance.Allowed(one.Length);

    private bool IsWord(Token token) => !_values.Contains(token) && token.Key.Any(char.IsAsciiLetter);
}
