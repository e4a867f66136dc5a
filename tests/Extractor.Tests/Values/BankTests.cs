namespace Ocr.Extractor.Tests.Values;

public sealed class BankTests
{
    [Theory]
    [InlineData("0105 - BANCO MERCANTIL", "BANCO MERCANTIL")]
    [InlineData("0105 = BANCO MERCANTIL", "BANCO MERCANTIL")]
    [InlineData("0105-MERCANTIL", "BANCO MERCANTIL")]
    [InlineData("Mercantil - 0105", "BANCO MERCANTIL")]
    [InlineData("O105 - MERCANIIL", "BANCO MERCANTIL")]
    [InlineData("MERCANIIL", "BANCO MERCANTIL")]
    [InlineData("Banco Mercantil, C.A. S.A.C.A. Banco\nUniversal", "BANCO MERCANTIL")]
    [InlineData("0102 - BANCO DE VENEZUELA", "BANCO DE VENEZUELA")]
    [InlineData("BANCO VENEZUELA", "BANCO DE VENEZUELA")]
    [InlineData("BANCO DE VENEZUELA Concepto", "BANCO DE VENEZUELA")]
    [InlineData("BANCO AGRICOLA DE VENEZUELA", "AGRÍCOLA DE VENEZUELA")]
    [InlineData("NAC.CREDIT", "BNC")]
    [InlineData("BANCO OCCIDENTAL DE DESCUENTO", "BNC")]
    [InlineData("BANESCO BANCO UNIVERSAL S.A.C.A.", "BANESCO")]
    [InlineData("BDVA Provincial", "BBVA PROVINCIAL")]
    [InlineData("BANCO DIGITAL DE LOS\nTRABAJADORES, BANCO UNIVERSAL", "BANCO BICENTENARIO")]
    [InlineData("R4 BANCO MICROFINANCIERO C.A.", "MI BANCO")]
    [InlineData("100% BANCO", "100% BANCO")]
    [InlineData("N58 BANCO DIGITAL", "N58 BANCO DIGITAL")]
    [InlineData("ACTIVO", "ACTIVO")]
    public void Reads_a_bank_by_code_or_by_any_of_its_names(string printed, string expected) => Assert.Equal(expected, Grammar.Value("bank", printed));

    [Theory]
    [InlineData("BANCO UNIVERSAL")]
    [InlineData("Banco")]
    [InlineData("C.A.")]
    [InlineData("universal")]
    public void A_suffix_is_not_a_bank(string printed) => Assert.Null(Grammar.Match("bank", printed));

    [Theory]
    [InlineData("0178 - N58 BANCO DIGITAL BANCO MICROFINANCIERO S A")]
    [InlineData("BANESCO BANCO UNIVERSAL S. A. C.A.")]
    public void The_suffix_is_part_of_the_name_and_not_of_a_person(string printed) => Assert.Equal(printed.Length, Grammar.Match("bank", printed)!.End);

    [Theory]
    [InlineData("BDV para BANCO MERCANTIL", "BANCO MERCANTIL")]
    [InlineData("BANCO MERCANTIL para BDV", "BANCO MERCANTIL")]
    public void The_longest_of_several_names_is_the_bank(string printed, string expected) => Assert.Equal(expected, Grammar.Value("bank", printed));

    [Theory]
    [InlineData("Plaza para ti", "PLAZA")]
    [InlineData("pago a Plaza hoy", "PLAZA")]
    [InlineData("pago movil a Plaza hoy", "")]
    [InlineData("pago movil a - Plaza hoy", "PLAZA")]
    public void A_common_word_is_a_bank_at_the_start_or_behind_a_dash(string printed, string expected) => Assert.Equal(expected, Grammar.Value("bank", printed));

    [Theory]
    [InlineData("ROSA GIL\nPLAZA", "PLAZA")]
    [InlineData("ROSA GIL\nPLAZA CARACAS", "")]
    [InlineData("PLAZA CARACAS", "")]
    [InlineData("ROSA GIL - PLAZA pago", "PLAZA")]
    [InlineData("ROSA GIL -PLAZA pago", "PLAZA")]
    [InlineData("ROSA V-12345678 PLAZA pago", "PLAZA")]
    [InlineData("ROSA 1234 PLAZA pago", "")]
    [InlineData("ROSA 12345 PLAZA pago", "PLAZA")]
    public void In_a_run_a_common_word_is_a_bank_only_with_a_sign_of_one(string printed, string expected) =>
        Assert.Equal(expected, Grammar.Value("bank", printed, shared: true));

    [Fact]
    public void The_code_beats_the_name()
    {
        var match = Grammar.Match("bank", "0134 - BANCO MERCANTIL")!;
        Assert.Equal("BANESCO", match.Value);
        Assert.True(match.Quality < 1);
    }

    [Theory]
    [InlineData("0412-0000001 ROSA PLAZA GIL V-12345678 - MERCANTIL", "BANCO MERCANTIL")]
    [InlineData("0412-0000001 ROSA GIL V-12345678 TESORO", "TESORO")]
    [InlineData("0412-0000001 ROSA PLAZA GIL V-12345678", "")]
    [InlineData("V-12345678 - BANESCO para pagar a Mercantil", "BANESCO")]
    [InlineData("ROSA MERCANTIL GIL BANESCO pago", "BANESCO")]
    [InlineData("V-12345678 - MERCANTIL V-12345678 - BANESCO", "BANESCO")]
    public void In_a_run_only_the_tail_is_the_bank(string printed, string expected) => Assert.Equal(expected, Grammar.Value("bank", printed, shared: true));
}
