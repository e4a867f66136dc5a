using CsCheck;
using Ocr.Recognition.Reading;
using Ocr.Recognition.TextRecognition;

namespace Ocr.Recognition.Tests.Reading;

public sealed class LineBuilderTests
{
    [Fact]
    public void A_label_and_its_value_at_the_other_edge_share_a_line() => Assert.Equal(
        ["Fecha: 01/02/2025", "Monto: 12,00"],
        Lines(At("Monto:", 10, 100, 60, 20), At("12,00", 400, 103, 50, 22), At("01/02/2025", 380, 62, 90, 20), At("Fecha:", 10, 60, 60, 20)));

    [Fact]
    public void A_small_currency_beside_a_large_amount_shares_its_line() =>
        Assert.Equal(["1.234,56 Bs."], Lines(At("1.234,56", 100, 50, 200, 60), At("Bs.", 310, 84, 40, 22)));

    [Fact]
    public void Two_rows_next_to_a_tall_word_stay_two_lines() =>
        Assert.Equal(2, LineBuilder.Build([At("!", 10, 50, 60, 60), At("arriba", 100, 52, 80, 22), At("abajo", 100, 82, 80, 22)]).Count);

    [Fact]
    public void A_slanted_line_stays_one_line() => Assert.Single(
        LineBuilder.Build(Enumerable.Range(0, 12).Select(i => At($"w{i}", i * 50, 100 + (i * 4), 45, 20))));

    [Fact]
    public void Words_on_top_of_each_other_are_two_lines() =>
        Assert.Equal(["a", "b"], Lines(At("b", 10, 28, 80, 20), At("a", 10, 20, 80, 20)));

    [Fact]
    public void The_order_of_the_words_does_not_matter() =>
        Gen.Select(Words.Array[0, 40], Gen.Int).Sample((words, seed) =>
        {
            var shuffled = words.ToArray();
            new Random(seed).Shuffle(shuffled);
            Assert.Equal(LineBuilder.Build(words), LineBuilder.Build(shuffled));
        });

    [Fact]
    public void No_word_is_lost() => Words.Array[0, 40].Sample(words =>
        LineBuilder.Build(words).Sum(line => line.Count) == words.Length);

    private static readonly Gen<Word> Words =
        from x in Gen.Int[0, 500]
        from y in Gen.Int[0, 300]
        from width in Gen.Int[1, 120]
        from height in Gen.Int[1, 60]
        from text in Gen.Char['a', 'd']
        select At(text.ToString(), x, y, width, height);

    private static Word At(string text, int x, int y, int width, int height) => new(text, 0.9f, new PixelBox(x, y, x + width, y + height));

    private static string[] Lines(params Word[] words) =>
        [.. LineBuilder.Build(words).Select(line => string.Join(' ', line.Select(word => word.Text)))];
}
