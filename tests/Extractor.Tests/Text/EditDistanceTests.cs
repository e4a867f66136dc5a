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

    [Theory]
    [InlineData("", 0ul)]
    [InlineData("a", 1ul)]
    [InlineData("aa", 3ul)]
    [InlineData("aaa", 3ul)]
    [InlineData("b", 4ul)]
    [InlineData("ba", 5ul)]
    [InlineData("z", 1ul << 50)]
    [InlineData("zz", 3ul << 50)]
    [InlineData("0", 1ul << 52)]
    [InlineData("00", 1ul << 52)]
    [InlineData("9", 1ul << 61)]
    [InlineData("9a9", (1ul << 61) | 1ul)]
    public void A_signature_has_two_bits_per_letter_and_one_per_digit(string key, ulong bits) => Assert.Equal(bits, EditDistance.Signature(key));

    [Theory]
    [InlineData(1, 0)]
    [InlineData(4, 0)]
    [InlineData(5, 1)]
    [InlineData(6, 2)]
    [InlineData(10, 2)]
    [InlineData(11, 3)]
    [InlineData(40, 3)]
    public void Longer_phrases_may_have_more_misread_letters(int length, int allowed) => Assert.Equal(allowed, EditDistance.Allowed(length));

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
