using CsCheck;
using Ocr.Extractor.Scoring;

namespace Ocr.Extractor.Tests.Scoring;

public sealed class NGramTests
{
    [Theory]
    [InlineData("Operación", "OPERACION")]
    [InlineData("Nº123", "nº987")]
    public void Accents_case_and_digits_do_not_count(string one, string other) => Assert.Equal(Rows(one), Rows(other));

    [Fact]
    public void Different_words_have_different_rows() => Assert.NotEqual(Rows("monto"), Rows("saldo"));

    [Fact]
    public void Rows_stay_in_the_table() => Gen.String.Sample(text =>
    {
        var rows = Rows(text);
        return rows.Length == NGrams.PerToken && rows[0] > 0 && rows.All(row => row is >= 0 and < NGrams.Rows);
    });

    private static int[] Rows(string text)
    {
        var rows = new int[NGrams.PerToken];
        NGrams.Fill(text, rows);
        return rows;
    }
}
