using System.Net;
using Ocr.Client;
using Ocr.Testing.Harness;

namespace Ocr.EndToEnd;

/// <summary>The .NET client against the real system.</summary>
[Collection(SharedStandalone.Name)]
public sealed class DotnetClientTests(StandaloneFixture standalone)
{
    private readonly OcrClient _client = new(standalone.Api.Client);

    [Fact]
    public async Task The_examples_of_its_readme_run()
    {
        var client = _client;
        var receipt = await Receipt.FromFileAsync(Path.Combine(Repository.Receipts, "heldout-64-00013.jpg")) with
        {
            DrawNumber = "A",
            DrawDate = new DateOnly(2025, 7, 11),
            WhatsappId = "12345678913@lid",
            SenderName = "Luz",
            SentAt = new TimeOnly(14, 42),
        };
        var result = await client.ReadAsync(receipt, new ReadSettings { IdempotencyKey = "3EB0C767D26A1B83" });
        var upload = await client.UploadAsync([receipt], new UploadSettings { Partial = true, IdempotencyKey = "lote-2025-07-11-A" });
        var requestId = await client.StartBatchAsync(new BatchRequest { UploadId = upload.UploadId, Profile = "balanced" });
        await client.WaitAsync(requestId, TimeSpan.FromMinutes(2));
        var results = new List<ReceiptResult>();
        foreach (var one in (await client.GetResultsAsync(requestId)).Results)
        {
            results.Add(one);
        }

        var truth = Receipts.Truth.Single(item => item.Key == "heldout-64-00013.jpg").Value!["fields"]!;
        Assert.Equal((truth.Text("monto"), truth.Text("referencia")), (result.Fields["monto"], results.Single().Reference));
        Assert.Equal("MISMA_IMAGEN", results.Single().DuplicateOf!.Code);
        Assert.NotNull(result.Decision);
        Assert.NotEmpty(result.Words[0].Coordinates!);
        Assert.All(result.FieldValidations.Values, validation => Assert.NotNull(validation.Origin));
        Assert.Equal("Luz", result.Metadata["nombre"]);
    }

    [Fact]
    public void The_examples_of_its_readme_are_those_of_the_test()
    {
        var readme = File.ReadAllLines(Path.Combine(Repository.Root, "clients", "dotnet", "README.md"));
        var source = File.ReadAllText(Path.Combine(Repository.Root, "tests", "EndToEnd", "DotnetClientTests.cs"));
        var calls = readme.Where(line => line.Contains("await client.", StringComparison.Ordinal)).ToArray();

        Assert.Equal(5, calls.Length);
        Assert.All(calls, line => Assert.Contains($"        {line}\n", source, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_read_with_the_key_of_another_image_is_refused()
    {
        var settings = new ReadSettings { IdempotencyKey = Guid.NewGuid().ToString() };
        var first = await _client.ReadAsync(Of(2, 71), settings);

        Assert.Equal(first.ReceiptId, (await _client.ReadAsync(Of(2, 71), settings)).ReceiptId);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Assert.ThrowsAsync<OcrApiException>(() => _client.ReadAsync(Of(3, 71), settings))).Status);
    }

    [Fact]
    public async Task A_partial_upload_is_read_by_its_names_and_listed()
    {
        var wrong = Of(2, 72) with { Content = "GIF89a"u8.ToArray(), FileName = "falso.gif" };
        var uploaded = await _client.UploadAsync([wrong, Of(4, 72)], new UploadSettings { Partial = true });
        var name = uploaded.Files.Single().StoredName;
        Assert.Equal((0, "falso.gif"), (uploaded.Rejected!.Single().Index, uploaded.Rejected!.Single().OriginalName));
        Assert.Contains(name, (await _client.GetPendingAsync()).Files.Select(file => file.FileName));

        var requestId = await _client.StartBatchAsync(new BatchRequest { Files = [name] });
        Assert.True((await _client.WaitAsync(requestId, TimeSpan.FromMinutes(1))).IsFinished);

        var stored = (await _client.GetProcessedAsync(limit: 1)).Files.Single();
        Assert.Equal((name, uploaded.Files.Single().ReceiptId), (stored.FileName, stored.ReceiptId));
        Assert.Equal(Of(4, 72).Content.ToArray(), await _client.GetImageAsync(stored.ReceiptId!));
        Assert.Equal(requestId, (await _client.GetResultAsync(stored.ReceiptId!)).RequestId);
    }

    private static Receipt Of(int index, int sender)
    {
        var upload = Receipts.Of(Receipts.Truth[index].Key, sender);
        return new Receipt(upload.Content, upload.FileName)
        {
            DrawNumber = "A",
            DrawDate = new DateOnly(2025, 7, 11),
            WhatsappId = upload.Metadata["idWhatsapp"],
            SenderName = "Juan",
            SentAt = new TimeOnly(14, 30),
        };
    }
}
