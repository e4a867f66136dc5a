using System.Net;
using System.Text.Json.Nodes;
using Ocr.Testing.Harness;

namespace Ocr.EndToEnd.Contract;

/// <summary>The status codes of §5.1: each documented case returns its code, in the documented error form.</summary>
[Collection(SharedDocumentedResponses.Name)]
public sealed class StatusCodeTests(DocumentedResponses responses)
{
    private static readonly Dictionary<string, string> Cases = new()
    {
        ["200"] = "POST /api/upload",
        ["400"] = "invalid upload",
        ["401"] = "upload without a token",
        ["404"] = "unknown result",
        ["413"] = "file too large",
        ["429"] = "too many uploads",
    };

    // 201: the example of §1.2 shows 200, and clients accept both. 500: no request causes it; ServiceDefaults.Tests check its form.
    private static readonly string[] NeverReturned = ["201", "500"];

    public static TheoryData<string> Codes => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_case_answers_its_code(string code)
    {
        var answer = responses[Cases[code]];

        Assert.Equal(code, ((int)answer.Status).ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (answer.Status != HttpStatusCode.OK)
        {
            Assert.EndsWith($"_{code}", answer.Body.Text("error_code"), StringComparison.Ordinal);
            Assert.Empty(new DocumentedShape([], []).Differences(Specification.Block("§5.2 json").Json["error_response_format"]!, WithTextDetails(answer.Body)));
        }
    }

    [Fact]
    public void Every_code_of_the_document_has_its_case() => Assert.Equal(
        Specification.Block("§5.1 json").Json.Object("status_codes").Select(code => code.Key).Order(), Cases.Keys.Concat(NeverReturned).Order());

    // The details of a validation error are an object; ContractTests check it.
    private static JsonObject WithTextDetails(JsonObject body)
    {
        var copy = body.DeepClone().AsObject();
        copy["details"] = copy["details"]!.ToJsonString();
        return copy;
    }
}
