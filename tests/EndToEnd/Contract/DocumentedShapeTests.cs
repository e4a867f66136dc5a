using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ocr.EndToEnd.Contract;

/// <summary>Negative control of the comparison: each documented example with one change differs from the original.</summary>
public sealed class DocumentedShapeTests
{
    public static TheoryData<string> Examples => [.. ContractTable.Responses.Select(row => row.ToString())];

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_is_as_documented(string example)
    {
        var row = Row(example);

        Assert.Empty(row.Shape.Differences(row.Example, row.Example));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_key_that_is_missing_or_has_another_name_is_found(string example)
    {
        var row = Row(example);
        foreach (var (parent, key) in Keys(row))
        {
            var removed = Changed(row, parent, holder => holder.Remove(key));
            AssertFound(row, removed, $"{parent}.{key}");

            var renamed = Changed(row, parent, holder =>
            {
                var value = holder[key]!.DeepClone();
                holder.Remove(key);
                holder[$"{key}s"] = value;
            });
            AssertFound(row, renamed, $"{parent}.{key}");
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_value_of_another_type_is_found(string example)
    {
        var row = Row(example);
        foreach (var (parent, key) in Keys(row))
        {
            AssertFound(row, Changed(row, parent, holder => holder[key] = null), $"{parent}.{key}");
            AssertFound(row, Changed(row, parent, holder => holder[key] = OfAnotherType(holder[key]!)), $"{parent}.{key}");
        }
    }

    [Theory]
    [InlineData("\"2025-07-11T14:30:52.123Z\"", "\"2025-07-11T14:30:52Z\"")]
    [InlineData("\"2025-07-11T14:30:52.123Z\"", "\"2025-07-11T10:30:52.123-04:00\"")]
    [InlineData("\"2025-07-11T14:30:52.123Z\"", "\"\"")]
    [InlineData("\"BATCH_20250711_143052_a8f\"", "\"batch_20250711_143052_a8f\"")]
    [InlineData("\"BATCH_20250711_143052_a8f\"", "\"BATCH_20250711_143052\"")]
    [InlineData("\"0.41s\"", "\"0,41s\"")]
    [InlineData("\"0.41s\"", "\"0.41\"")]
    [InlineData("\"104.54\"", "\"104,54\"")]
    [InlineData("\"2h 45m 18s\"", "\"02:45:18\"")]
    [InlineData("\"data/inbox\"", "\"/var/lib/ocr/inbox\"")]
    [InlineData("3", "3.5")]
    [InlineData("[145, 67, 298, 95]", "[145, 67, 298]")]
    [InlineData("[\"a\"]", "[]")]
    [InlineData("[\"a\"]", "[1]")]
    public void A_value_of_another_form_is_found(string documented, string real)
    {
        var shape = new DocumentedShape([], []);

        Assert.Empty(shape.Differences(Holder(documented), Holder(documented)));
        Assert.NotEmpty(shape.Differences(Holder(documented), Holder(real)));
    }

    [Fact]
    public void Additional_keys_and_blank_fields_of_a_receipt_are_not_differences()
    {
        var documented = JsonNode.Parse("""{"monto": "104.54", "status": "success"}""")!;
        var shape = new DocumentedShape([], []);

        Assert.Empty(shape.Differences(documented, JsonNode.Parse("""{"monto": "", "status": "success", "nuevo": 1}""")));
        Assert.Single(shape.Differences(documented, JsonNode.Parse("""{"monto": "", "status": "ok"}""")));
    }

    private static ContractRow Row(string example) => ContractTable.Responses.Single(row => row.ToString() == example);

    private static JsonObject Holder(string value) => new() { ["value"] = JsonNode.Parse(value) };

    private static JsonNode OfAnotherType(JsonNode value) => value.GetValueKind() == JsonValueKind.String ? 1 : "1";

    private static void AssertFound(ContractRow row, JsonNode changed, string place) =>
        Assert.True(row.Shape.Differences(row.Example, changed).Count > 0, $"Nothing was said of {place}.");

    /// <summary>Every key of the example with the path of the object that holds it, but those that are data.</summary>
    private static IEnumerable<(string Parent, string Key)> Keys(ContractRow row) =>
        Objects(row.Example).Where(holder => !row.Maps.Contains(holder.GetPath().Split('.')[^1]))
            .SelectMany(holder => holder.Select(member => (Relative(row, holder), member.Key)));

    private static string Relative(ContractRow row, JsonNode node) => node.GetPath()[row.Example.GetPath().Length..];

    private static JsonNode Changed(ContractRow row, string path, Action<JsonObject> change)
    {
        var copy = row.Example.DeepClone();
        change(Objects(copy).Single(holder => holder.GetPath()[1..] == path));
        return copy;
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject holder => [holder, .. holder.SelectMany(member => Objects(member.Value))],
        JsonArray items => items.SelectMany(Objects),
        _ => [],
    };
}
