using System.Text.Json;

namespace Ocr.Contracts.Tests;

/// <summary>Serialised form of words. Services of two releases run together during a roll-out: the form of an earlier release is read.</summary>
public sealed class WordFormTests
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    [Theory]
    [InlineData(null, """["104,54",0.96,320,67,387,95]""")]
    [InlineData("1048", """["104,54",0.96,320,67,387,95,"1048"]""")]
    public void A_word_is_an_array_without_names(string? digits, string json)
    {
        var word = new WordBox("104,54", 0.96f, 320, 67, 387, 95) { Digits = digits };
        Assert.Equal(json, JsonSerializer.Serialize(word, Web));
        Assert.Equal(word, JsonSerializer.Deserialize<WordBox>(json, Web));
    }

    [Theory]
    [InlineData("""{"text":"104,54","confidence":0.96,"x0":320,"y0":67,"x1":387,"y1":95,"digits":null}""")]
    [InlineData("""{"y1":95,"text":"104,54","confidence":0.96,"x0":320,"y0":67,"x1":387,"later":[1]}""")]
    [InlineData("""["104,54",0.96,320,67,387,95,null]""")]
    [InlineData("""["104,54",0.96,320,67,387,95,{"later":1},2]""")]
    public void Words_of_other_releases_are_read(string json) =>
        Assert.Equal(new WordBox("104,54", 0.96f, 320, 67, 387, 95), JsonSerializer.Deserialize<WordBox>(json, Web));

    [Theory]
    [InlineData("""["104,54",0.96,320,67,387]""")]
    [InlineData("""[null,0.96,320,67,387,95]""")]
    [InlineData("""{"text":"104,54"}""")]
    [InlineData("\"104,54\"")]
    [InlineData("7")]
    public void An_invalid_word_is_rejected(string json) =>
        Assert.ThrowsAny<Exception>(() => JsonSerializer.Deserialize<WordBox>(json, Web));

    [Fact]
    public void Words_are_read_among_others()
    {
        WordBox[] words = [new("a", 0.5f, 1, 2, 3, 4), new("b", 1, 5, 6, 7, 8) { Digits = "8" }, new("ñ\"[", 0, -1, 0, 0, 0)];
        Assert.Equal(words, JsonSerializer.Deserialize<WordBox[]>(JsonSerializer.Serialize(words, Web), Web));
    }
}
