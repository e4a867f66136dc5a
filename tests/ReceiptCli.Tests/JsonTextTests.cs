using System.Text.Json.Nodes;
using Ocr.ReceiptCli.Teaching;

namespace Ocr.ReceiptCli.Tests;

public sealed class JsonTextTests
{
    private const string Text = """
        {
          // the version stays where it is
          "version": "1.0.9", "list": ["á", "b"], "none": [],
          "banks": [
            { "code": "0102", "names": { "A": 1 } },
            { "code": "0105", "empty": {} }
          ],
        }
        """;

    [Theory]
    [InlineData("[\"á\", \"b\"]", "[\"á\", \"b\", \"ñ\"]", "list")]
    [InlineData("\"none\": []", "\"none\": [\"ñ\"]", "none")]
    public void An_element_is_added_after_the_last_one_and_nothing_else_changes(string old, string now, string list) =>
        Assert.Equal(Text.Replace(old, now, StringComparison.Ordinal), JsonText.Append(Text, "\"ñ\"", list));

    [Fact]
    public void An_element_goes_before_the_first_one() =>
        Assert.Equal(Text.Replace("[\"á\"", "[\"c\", \"á\"", StringComparison.Ordinal), JsonText.Prepend(Text, "\"c\"", "list"));

    [Fact]
    public void A_list_with_an_element_a_line_gets_one_more_line_as_far_in() =>
        Assert.Equal(
            Text.Replace("\"empty\": {} }", "\"empty\": {} },\n    {\n      \"code\": \"0998\"\n    }", StringComparison.Ordinal),
            JsonText.Append(Text, "{\n  \"code\": \"0998\"\n}", "banks"));

    [Fact]
    public void A_property_goes_into_an_object_by_the_path_of_names_and_indexes() =>
        Assert.Equal(Text.Replace("\"A\": 1", "\"A\": 1, \"B\": 2", StringComparison.Ordinal), JsonText.Append(Text, "\"B\": 2", "banks", 0, "names"));

    [Fact]
    public void A_value_is_put_in_the_place_of_another() =>
        Assert.Equal(Text.Replace("1.0.9", "1.0.10", StringComparison.Ordinal), JsonText.Replace(Text, "\"1.0.10\"", "version"));

    [Fact]
    public void Line_ends_are_those_of_the_file()
    {
        var windows = Text.ReplaceLineEndings("\r\n");
        Assert.Equal(JsonText.Append(Text, "{\n}", "banks").ReplaceLineEndings("\r\n"), JsonText.Append(windows, "{\n}", "banks"));
    }

    [Fact]
    public void A_path_that_does_not_exist_is_reported() =>
        Assert.Contains("banks/7", Assert.Throws<KeyNotFoundException>(() => JsonText.Append(Text, "1", "banks", 7)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("pago \"móvil\"")]
    [InlineData("a\\b\n")]
    public void A_text_is_quoted_so_that_it_is_read_back(string text) => Assert.Equal(text, (string?)JsonNode.Parse(JsonText.Quote(text)));
}
