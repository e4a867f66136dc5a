using System.Reflection;
using Ocr.Contracts;
using Ocr.Corpus;
using Ocr.Extractor.Tests.Live;

namespace Ocr.Extractor.Tests.Mistakes;

/// <summary>Users of earlier readers listed 29 mistakes, F1 to F29. Each has a test named after it, in this file or in this folder.</summary>
public sealed class EveryMistake
{
    public static TheoryData<int> Numbers => [.. Enumerable.Range(1, 29)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Has_a_test_of_its_own(int number) => Assert.Contains(
        Assembly.GetExecutingAssembly().GetTypes().Where(type => type.Namespace == typeof(EveryMistake).Namespace).SelectMany(type => type.GetMethods()),
        method => method.Name.StartsWith($"F{number}_", StringComparison.Ordinal) && method.GetCustomAttribute<FactAttribute>() is not null);

    [Fact]
    public void F16_there_is_one_date_and_its_parsed_form_is_the_same_day()
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            var sample = Gallery.Make("mercantil-web", seed);
            var field = Shipped.Read(sample.Screen).Fields[FieldKeys.FechaOperacion];
            Assert.Equal(sample.Expected(FieldKeys.FechaOperacion), field.Value);
            Assert.Equal(string.Join('-', field.Value.Split('/').Reverse()), field.Parsed);
        }
    }

    [Fact]
    public async Task F19_a_caption_travels_through_the_extractor_untouched()
    {
        const string Caption = "  Pago de la rifa\n¡gracias! \u00f1 \U0001F642 ";
        using var folder = new RuleFolder();
        await using var extractor = await RunningExtractor.StartAsync(folder);
        var message = Recognized.Message(Gallery.Make("bdv-card", 1).Screen);
        await extractor.Harness.Bus.Publish(message with { Receipt = message.Receipt with { Metadata = message.Receipt.Metadata with { Caption = Caption } } });
        Assert.True(await extractor.Harness.Published.Any<FieldsExtracted>());
        Assert.Equal(Caption, extractor.Harness.Published.Select<FieldsExtracted>().Single().Context.Message.Receipt.Metadata.Caption);
    }

    [Theory]
    [InlineData("00S1O2345678", "005102345678")]
    [InlineData("0051a2345678", "005162345678")]
    public void F29_a_second_reading_without_letters_puts_digits_back(string read, string digits)
    {
        var screen = new Screen().Text(40).Center("PagomóvilBDV").Skip(2).Text(30).Row("Operación:", null, read);
        WordBox[] words = [.. screen.Words.Select(word => word.Text == read ? word with { Digits = digits } : word)];
        var field = Shipped.Engine.Extract(words, screen.Width, screen.Height).Fields[FieldKeys.Referencia];
        Assert.Equal(digits, field.Value);
        Assert.NotEmpty(field.Warnings);
    }

    [Fact]
    public void F29_a_reference_that_lost_digits_is_doubted()
    {
        var screen = new Screen().Text(40).Center("PagomóvilBDV").Skip(2).Text(30).Row("Operación:", null, "0051023");
        Assert.True(Shipped.Read(screen).Fields[FieldKeys.Referencia].Confidence < 0.7);
    }
}
