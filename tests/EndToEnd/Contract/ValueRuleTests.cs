using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Ocr.Testing.Harness;

namespace Ocr.EndToEnd.Contract;

/// <summary>The values of real results, and the examples of the document, follow the rules of §2.2.</summary>
[Collection(SharedDocumentedResponses.Name)]
public sealed class ValueRuleTests(DocumentedResponses responses)
{
    private static readonly string[] Blocks = ["Campos Numéricos json", "Campos de Fecha y Hora json", "Campos de Texto json"];

    private static readonly Dictionary<string, Regex> Formats = new()
    {
        ["dd/mm/yyyy"] = new(@"^\d\d/\d\d/\d{4}$"),
        ["dd/mm/yy"] = new(@"^\d\d/\d\d/\d\d$"),
        ["yyyy-mm-dd"] = new(@"^\d{4}-\d\d-\d\d$"),
        ["HH:MM:SS"] = new(@"^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$"),
        ["HH:MM"] = new(@"^([01]\d|2[0-3]):[0-5]\d$"),
        ["HH-MM"] = new(@"^([01]\d|2[0-3])-[0-5]\d$"),
    };

    public static TheoryData<string, string> Fields
    {
        get
        {
            var fields = new TheoryData<string, string>();
            foreach (var block in Blocks)
            {
                foreach (var rule in Specification.Block(block).Json.AsObject())
                {
                    fields.Add(block, rule.Key);
                }
            }

            return fields;
        }
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void A_value_follows_its_rule(string block, string field)
    {
        var rule = Specification.Block(block).Json.Object(field);
        var fields = responses["GET /api/ocr/result/{id}"].Body.Object("data").Object("extracted_fields");
        string[] examples = [.. (rule["examples"]?.AsArray() ?? []).Select(example => example!.GetValue<string>())];

        Assert.All([fields.Text(field), .. examples], value => AssertFollows(rule, value));
    }

    [Fact]
    public void The_document_has_rules_for_seven_fields() => Assert.Equal(7, Fields.Count);

    private static void AssertFollows(JsonObject rule, string value)
    {
        Assert.NotEmpty(value);
        var limits = rule.Object("validation");
        if (limits["pattern"] is { } pattern)
        {
            Assert.Matches(pattern.GetValue<string>(), value);
        }

        if (rule["formats"] is JsonArray formats)
        {
            Assert.Contains(formats, format => Formats[format!.GetValue<string>()].IsMatch(value));
        }

        if (limits["decimal_places"] is { } places)
        {
            var amount = decimal.Parse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
            Assert.InRange(amount, limits["min"]!.GetValue<decimal>(), limits["max"]!.GetValue<decimal>());
            Assert.Equal(places.GetValue<int>(), amount.Scale);
        }
        else if (limits["pattern"] is null)
        {
            // A pattern determines the length; the documented lengths of a cédula do not include its prefix.
            Assert.InRange(value.Length, limits["min_length"]?.GetValue<int>() ?? 1, limits["max_length"]?.GetValue<int>() ?? int.MaxValue);
        }
    }
}
