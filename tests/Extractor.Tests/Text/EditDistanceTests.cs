using System.Numerics;
using CsCheck;
using Ocr.Extractor.Text;

namespace Ocr.Extractor.Tests.Text;

/// <summary>The signature rejects only texts that the comparison would reject too.</summary>
public sealed class EditDistanceTests
{
    private static readonly Gen<string> Key = Gen.String[Gen.Char["aabbccnoz019"], 0, 16];

    [Fact]
    public void A_bounded_distance_is_that_of_the_whole_table() => Gen.Select(Key, Key, Gen.Int[0, 4]).Sample((a, b, limit) =>
        Assert.Equal(Math.Min(Distance(a, b), limit + 1), EditDistance.Bounded(a, b, limit)));

    [Fact]
    public void An_edit_changes_at_most_two_bits_of_a_signature() => Gen.Select(Key, Key).Sample((a, b) =>
        Assert.True(BitOperations.PopCount(EditDistance.Signature(a) ^ EditDistance.Signature(b)) <= 2 * Distance(a, b)));

    [Fact]
    public void A_signature_grows_with_the_text() => Gen.Select(Key, Key).Sample((a, b) =>
        Assert.Equal(EditDistance.Signature(a + b), EditDistance.Signature(b, EditDistance.Signature(a))));

    private static int Distance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        foreach (var (letter, i) in a.Select((letter, i) => (letter, i)))
        {
            int[] next = [i + 1, .. row[1..]];
            for (var j = 1; j <= b.Length; j++)
            {
                next[j] = Math.Min(Math.Min(next[j - 1], row[j]) + 1, row[j - 1] + (letter == b[j - 1] ? 0 : 1));
            }

            row = next;
        }

        return row[^1];
    }
}
