using System.Net;
using Ocr.Testing.Harness;

namespace Ocr.EndToEnd.Contract;

/// <summary>Real responses have every key, type and form that the specification shows.</summary>
[Collection(SharedDocumentedResponses.Name)]
public sealed class ContractTests(DocumentedResponses responses)
{
    public static TheoryData<string> Examples => [.. ContractTable.Responses.Select(row => row.ToString())];

    public static TheoryData<string> Requests => [.. Specification.Blocks.Where(IsRequest).Select(block => block.Heading)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_answer_is_as_documented(string example)
    {
        var row = ContractTable.Responses.Single(row => row.ToString() == example);
        var real = row.Find(responses[row.Response].Body);

        var differences = row.Shape.Differences(row.Example, real);

        Assert.True(differences.Count == 0, $"{string.Join('\n', differences)}\n\nThe answer was {real?.ToJsonString()}");
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public void A_request_succeeds_as_printed(string heading) => Assert.Equal(HttpStatusCode.OK, responses[heading].Status);

    [Fact]
    public void The_fields_of_the_documented_form_become_the_metadata()
    {
        var fields = DocumentedRequest.Of(Specification.Block("POST /api/upload http")).Fields();
        var metadata = responses["POST /api/upload"].Body.List("files_processed")[0].Object("metadata");

        Assert.Equal(5, fields.Count);
        Assert.All(fields, field => Assert.Equal(field.Value, metadata.Text(field.Key[..^"_0".Length])));
    }

    [Fact]
    public void Every_block_of_the_specification_is_held_by_a_test()
    {
        var held = ContractTable.Responses.Select(row => row.Block).Concat(ContractTable.Elsewhere.Keys)
            .Concat(Specification.Blocks.Where(IsRequest).Select(block => block.Id)).Distinct();

        Assert.Equal(Specification.Blocks.Select(block => block.Id).Order(), held.Order());
    }

    [Fact]
    public void Every_part_of_a_block_that_shows_several_answers_is_held()
    {
        var parts = ContractTable.Responses.Where(row => row.Part is not null).GroupBy(row => row.Block);

        Assert.All(parts, block => Assert.Equal(
            Specification.Block(block.Key).Json.AsObject().Select(member => member.Key).Order(), block.Select(row => row.Part!).Order()));
    }

    private static bool IsRequest(SpecificationBlock block) => block.Language == "http";
}
