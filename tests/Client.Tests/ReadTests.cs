using System.Net;
using System.Text;
using static Ocr.Client.Tests.ScriptedServer;

namespace Ocr.Client.Tests;

public sealed class ReadTests
{
    private const string Pending = """{"status":"processing","request_id":"BATCH_1","receipt_id":"abc"}""";
    private const string Progress = """{"request_id":"BATCH_1","status":"processing","files_total":1,"files_done":0}""";
    private static readonly Receipt Image = new(new byte[] { 1 }, "recibo.png")
    {
        DrawNumber = "A",
        DrawDate = new DateOnly(2025, 7, 11),
        WhatsappId = "1@lid",
        SenderName = "José",
        SentAt = new TimeOnly(14, 5),
    };

    [Fact]
    public async Task A_read_sends_metadata_key_and_wait()
    {
        using var server = new ScriptedServer(Json("""{"receipt_id":"abc","decision":{"valor":"aceptar","motivos":[]},"nueva":1}"""));

        var document = await server.Client().ReadAsync(Image, new ReadSettings { IdempotencyKey = "3EB0", Timeout = TimeSpan.FromSeconds(20) });

        Assert.Equal((Decision.Accept, 1), (document.Decision!.Value, document.Json.GetProperty("nueva").GetInt32()));
        var request = Assert.Single(server.Requests);
        Assert.Equal(("3EB0", "wait=20", "ocr_secret"), (request.Headers["Idempotency-Key"], request.Headers["Prefer"], request.Headers["X-API-Key"]));
        var body = Encoding.UTF8.GetString(request.Body);
        Assert.All(["name=fechasorteo\r\n\r\n20250711", "name=horamin\r\n\r\n14-05", "name=nombre\r\n\r\nJosé"], field => Assert.Contains(field, body, StringComparison.Ordinal));
        Assert.DoesNotContain("name=caption", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_read_that_the_server_did_not_wait_for_is_polled()
    {
        using var server = new ScriptedServer(
            Json(Pending, HttpStatusCode.Accepted), Json(Progress), Json(Progress.Replace("processing", "completed", StringComparison.Ordinal)),
            Json("""{"data":{"receipt_id":"abc","extracted_fields":{"monto":"1200.00"}}}"""));

        Assert.Equal("1200.00", (await server.Client().ReadAsync(Image)).Fields["monto"]);
        Assert.Equal("/api/ocr/result/abc", server.Requests[^1].Path);
    }

    [Fact]
    public async Task A_read_that_is_not_finished_in_time_throws()
    {
        using var server = new ScriptedServer(Json(Pending, HttpStatusCode.Accepted), Json(Progress));

        await Assert.ThrowsAsync<TimeoutException>(() => server.Client().ReadAsync(Image, new ReadSettings { Timeout = TimeSpan.Zero }));
    }

    [Fact]
    public async Task Errors_have_their_fields_files_and_batches()
    {
        const string error = """
            {"error_code":"VALIDATION_FAILED_400","mensaje":"no","request_id":"t","help":"h",
             "details":{"field_errors":{"nombre":["Falta"]},"file_errors":{"a.gif":["Tipo"]},"files_in_batches":[{"filename":"x","request_id":"B"}]}}
            """;
        using var server = new ScriptedServer(Json(error, HttpStatusCode.BadRequest));

        var thrown = await Assert.ThrowsAsync<OcrApiException>(() => server.Client().UploadAsync([Image]));

        Assert.Equal(("VALIDATION_FAILED_400", "t", "h"), (thrown.Code, thrown.RequestId, thrown.Help));
        Assert.Equal(("Falta", "Tipo", "B"), (thrown.FieldErrors["nombre"][0], thrown.FileErrors["a.gif"][0], thrown.BatchesOfFiles["x"]));
    }

    [Fact]
    public async Task A_cancelled_call_is_not_repeated()
    {
        using var cancel = new CancellationTokenSource();
        using var server = new ScriptedServer(() => { cancel.Cancel(); return Fails(HttpStatusCode.ServiceUnavailable)(); });

        await Assert.ThrowsAnyAsync<Exception>(() => server.Client().GetPendingAsync(cancellationToken: cancel.Token));

        Assert.Single(server.Requests);
    }
}
