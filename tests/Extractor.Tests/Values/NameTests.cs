namespace Ocr.Extractor.Tests.Values;

public sealed class NameTests
{
    [Theory]
    [InlineData("ROSA MEDINA", "ROSA MEDINA")]
    [InlineData("ROSA MEDINA 0412", "ROSA MEDINA")]
    [InlineData("V-12345678 ROSA MEDINA", "ROSA MEDINA")]
    [InlineData("ROSA MEDINA A1B2", "ROSA MEDINA")]
    [InlineData("ANA", "ANA")]
    public void The_words_without_digits_are_the_name(string printed, string expected) => Assert.Equal(expected, Value(printed));

    [Theory]
    [InlineData("ROSA D'AVILA")]
    [InlineData("ROSA D´AVILA")]
    [InlineData("ROSA AVILA-MEDINA")]
    [InlineData("AVILA, ROSA")]
    [InlineData("ROSA M. AVILA")]
    [InlineData("INVERSIONES AVILA C.A.")]
    public void Punctuation_within_a_name_is_a_part_of_it(string printed) => Assert.Equal(printed, Value(printed));

    [Theory]
    [InlineData("AL")]
    [InlineData("V")]
    [InlineData("12345678")]
    [InlineData("- . -")]
    [InlineData("A 1 B 2 C")]
    public void Fewer_than_three_letters_are_not_a_name(string printed) => Assert.Equal("", Value(printed));

    [Theory]
    [InlineData("ROSA MEDINA V 12345678")]
    [InlineData("ROSA MEDINA E 82345678")]
    [InlineData("ROSA MEDINA J 12345678")]
    [InlineData("ROSA MEDINA G 12345678")]
    [InlineData("ROSA MEDINA P 12345678")]
    [InlineData("ROSA MEDINA V - 12345678")]
    public void The_letter_of_the_document_behind_a_name_is_not_a_part_of_it(string printed) => Assert.Equal("ROSA MEDINA", Value(printed));

    [Theory]
    [InlineData("ROSA MEDINA M")]
    [InlineData("ROSA V MEDINA")]
    public void Another_single_letter_is_an_initial(string printed) => Assert.Equal(printed, Value(printed));

    [Theory]
    [InlineData("ROSA MEDINA 123 GIL 0412")]
    [InlineData("GIL 123 ROSA MEDINA 0412")]
    [InlineData("GIL 123 ROSA MEDINA")]
    public void The_longest_piece_is_the_name(string printed) => Assert.Equal("ROSA MEDINA", Value(printed));

    [Theory]
    [InlineData("ROSA MEDINA 123 LUIS MEDINA 0412")]
    [InlineData("ROSA MEDINA 123 LUIS MEDINA")]
    public void The_first_of_two_equally_long_pieces_is_the_name(string printed) => Assert.Equal("ROSA MEDINA", Value(printed));

    [Theory]
    [InlineData("ROSA\nMEDINA GIL", "ROSA\nMEDINA GIL")]
    [InlineData("ROSA MEDINA\nrosa@correo.example CORREO DEL BENEFICIARIO", "ROSA MEDINA")]
    [InlineData("ROSA MEDINA\nrosa@correo.example\nCORREO DEL BENEFICIARIO", "ROSA MEDINA")]
    [InlineData("ROSA MEDINA rosa@correo.example", "ROSA MEDINA")]
    [InlineData("rosa@correo.example ROSA\nMEDINA", "ROSA\nMEDINA")]
    public void A_name_continues_on_the_next_line_but_not_after_a_mail_address(string printed, string expected) => Assert.Equal(expected, Value(printed));

    private static string? Value(string printed) => Grammar.Match("name", printed)?.Value ?? "";
}
