using System.Globalization;
using System.Text;
using CsCheck;
using Ocr.Contracts;
using Ocr.Ingest.Upload;

namespace Ocr.Ingest.Tests.Upload;

public sealed class StoredNamesTests
{
    [Theory]
    [InlineData("Juan", "123456@lid", "20250711-A--123456@lid_Juan_14-30")]
    [InlineData("María José", "123456@lid", "20250711-A--123456@lid_María-José_14-30")]
    [InlineData("Ñandú", "123456@lid", "20250711-A--123456@lid_Ñandú_14-30")]
    [InlineData("Maria\u0301", "123456@lid", "20250711-A--123456@lid_Maria\u0301_14-30")]
    [InlineData("Юлия 李雷", "123456@lid", "20250711-A--123456@lid_Юлия-李雷_14-30")]
    [InlineData("محمد", "123456@lid", "20250711-A--123456@lid_محمد_14-30")]
    [InlineData("हिन्दी", "123456@lid", "20250711-A--123456@lid_हिन्दी_14-30")]
    [InlineData("../../etc/passwd", "123456@lid", "20250711-A--123456@lid_etcpasswd_14-30")]
    [InlineData("..\\..\\x", "/tmp/1@lid", "20250711-A--tmp1@lid_x_14-30")]
    [InlineData("CON:", "a|b?*<>\"1@lid", "20250711-A--ab1@lid_CON_14-30")]
    [InlineData("\u202Egnp.exe", "123456@lid", "20250711-A--123456@lid_gnpexe_14-30")]
    [InlineData("O'Brien Jr.", "123456@lid", "20250711-A--123456@lid_OBrien-Jr_14-30")]
    [InlineData("  Ana  ", "123456@lid", "20250711-A--123456@lid_Ana_14-30")]
    [InlineData("Ana_Luz-2", "..@lid", "20250711-A--@lid_Ana_Luz-2_14-30")]
    [InlineData("🎉🎉", "123456@lid", "20250711-A--123456@lid_x_14-30")]
    [InlineData("Ana\u00A0Luz", "123456@lid", "20250711-A--123456@lid_Ana-Luz_14-30")]
    public void Letters_of_any_alphabet_stay_and_nothing_names_a_path(string name, string sender, string stem) =>
        Assert.Equal(stem, StoredNames.Stem(Metadata(name, sender)));

    [Fact]
    public void No_name_whatever_has_a_character_of_a_path() => Gen.String[Gen.Char, 0, 60].Sample(name =>
    {
        var stem = StoredNames.Stem(Metadata(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(name)), "1@lid"));
        Assert.DoesNotContain(stem, character => character is '/' or '\\' or ':' or '.' or '%' or '\0' || char.IsControl(character));
    });

    [Fact]
    public async Task A_taken_name_gets_the_first_free_number()
    {
        HashSet<string> taken = ["a.png", "a_2.png", "a_4.png"];
        var names = new FreeNames(name => Task.FromResult(taken.Contains(name)));
        Assert.Equal("a_3.png", await names.TakeAsync("a", "png"));
        Assert.Equal("a.jpg", await names.TakeAsync("a", "jpg"));
        Assert.Equal("a_2.jpg", await names.TakeAsync("a", "jpg"));
    }

    [Fact]
    public async Task A_name_that_everybody_uses_is_found_with_few_questions()
    {
        var (taken, asked) = (new HashSet<string>(), 0);
        for (var upload = 1; upload <= 1000; upload++)
        {
            var names = new FreeNames(name =>
            {
                asked++;
                return Task.FromResult(taken.Contains(name));
            });
            var name = await names.TakeAsync("a", "png");
            Assert.Equal(upload == 1 ? "a.png" : string.Create(CultureInfo.InvariantCulture, $"a_{upload}.png"), name);
            taken.Add(name);
        }

        Assert.InRange(asked, 1000, 1000 * 20);
    }

    [Theory]
    [InlineData("20250711-A--123456@lid_Juan_14-30.png", "A", "123456@lid", "Juan")]
    [InlineData("20250711-07--123456@lid_María_de_la_Luz_14-30_2.jpeg", "07", "123456@lid", "María_de_la_Luz")]
    [InlineData("20250711-Z--1-2@lid_Ana_14-30_123456.PNG", "Z", "1-2@lid", "Ana")]
    [InlineData("20250711-1--123456@lid_Ana_14-30.jpg", "1", "123456@lid", "Ana")]
    [InlineData("20250711-1--123456@lid_Ana_14-30.webp", "1", "123456@lid", "Ana")]
    [InlineData("20250711-1--123456@lid_Ana_14-30.heic", "1", "123456@lid", "Ana")]
    public void A_name_of_the_stored_form_carries_its_fields(string file, string draw, string sender, string name)
    {
        var fields = StoredNames.Parse(file)!;
        Assert.Equal(draw, fields["numerosorteo"]);
        Assert.Equal("20250711", fields["fechasorteo"]);
        Assert.Equal(sender, fields["idWhatsapp"]);
        Assert.Equal(name, fields["nombre"]);
        Assert.Equal("14-30", fields["horamin"]);
    }

    [Theory]
    [InlineData("recibo.png")]
    [InlineData("20250711-A--123456@lid_Juan_14-30.pdf")]
    [InlineData("20250711-A--123456@lid_Juan_14-30")]
    [InlineData("20250711-A--123456@lid_Juan_14-30_1234567.png")]
    [InlineData("20250711-100--123456@lid_Juan_14-30.png")]
    [InlineData("20250711-a--123456@lid_Juan_14-30.png")]
    [InlineData("20250711-A--123456@lid_J_14-30.png")]
    [InlineData("")]
    [InlineData("20250231-A--123456@lid_Juan_14-30.png")]
    [InlineData("20250711-A--123456@lid_Juan_24-30.png")]
    [InlineData("20250711-A--123456_Juan_14-30.png")]
    [InlineData("20250711-A--123456@lid_Juan_14-30.png\n")]
    [InlineData("x/20250711-A--123456@lid_Juan_14-30.png")]
    public void A_name_of_another_form_has_no_metadata(string file) => Assert.Null(StoredNames.Parse(file));

    private static ReceiptMetadata Metadata(string name, string sender) => new()
    {
        DrawNumber = "A",
        DrawDate = "20250711",
        WhatsappId = sender,
        SenderName = name,
        SentAt = "14-30",
    };
}
