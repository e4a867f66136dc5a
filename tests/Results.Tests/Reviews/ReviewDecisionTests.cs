using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Ocr.Results.Data;
using Ocr.ServiceDefaults;
using Ocr.Testing;

namespace Ocr.Results.Tests.Reviews;

/// <summary>Decisions of people: stored once, never overwritten with an outdated version, published.</summary>
public sealed class ReviewDecisionTests : IDisposable
{
    private static readonly string Id = ReviewApi.IdOf(1);
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_decision_is_in_every_document_of_the_receipt_and_is_published()
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        await app.StoreAsync(Messages.Payment(1));
        using var client = app.ClientOf("principal");
        client.DefaultRequestHeaders.Add(ClientHeaders.Person, Uri.EscapeDataString("Taquilla Nº 3"));
        var api = new ReviewApi(client);
        var (before, tag) = await api.GetAsync(Id);
        Assert.Equal("pendiente", before["receipt"]!["revision"]!["estado"]!.GetValue<string>());

        using var response = await api.DecideAsync(Id, tag, new { decision = "rechazado", motivo = "Monto distinto" });

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.NotEqual(tag, response.Headers.ETag!.Tag);
        var row = Assert.Single(await app.RowsAsync());
        foreach (var document in (string[])[row.Document, row.Consolidated])
        {
            var revision = JsonNode.Parse(document)!["revision"]!;
            Assert.Equal(("rechazado", "Taquilla Nº 3", "Monto distinto"),
                (revision["estado"]!.GetValue<string>(), revision["persona"]!.GetValue<string>(), revision["motivo"]!.GetValue<string>()));
        }

        Assert.Equal(System.Text.Encoding.UTF8.GetByteCount(row.Document), row.DocumentBytes);
        await Probe.UntilAsync(() => !app.Decided.IsEmpty);
        var told = app.Decided.Single();
        Assert.Equal(("principal", row.ReceiptId, Messages.Batch, "rechazado", "Taquilla Nº 3"), (told.Tenant, told.ReceiptId, told.RequestId, told.Decision, told.By));
        Assert.Equal((row.StoredName, "Monto distinto"), (told.StoredName, told.Reason));
    }

    [Fact]
    public async Task The_second_of_two_reviewers_gets_412_with_the_current_state()
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        await app.StoreAsync(Messages.Payment(1));
        var api = new ReviewApi(app.Client);
        var (_, tag) = await api.GetAsync(Id);

        var responses = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => api.DecideAsync(Id, tag, new { decision = "aceptado" })));

        Assert.Single(responses, response => response.StatusCode == HttpStatusCode.OK);
        var refused = responses.Where(response => response.StatusCode == HttpStatusCode.PreconditionFailed).ToList();
        Assert.Equal(7, refused.Count);
        var body = await refused[0].Content.ReadFromJsonAsync<JsonObject>();
        Assert.Equal("PRECONDITION_FAILED_412", body!["error_code"]!.GetValue<string>());
        Assert.Equal("aceptado", body["details"]!["receipt"]!["revision"]!["estado"]!.GetValue<string>());
        Assert.Equal((await api.GetAsync(Id)).Tag, refused[0].Headers.ETag!.Tag);
        Assert.Equal(1, await LogCountAsync(app));
        foreach (var response in responses)
        {
            response.Dispose();
        }
    }

    [Theory]
    [InlineData(null, HttpStatusCode.PreconditionRequired)]
    [InlineData("*", HttpStatusCode.PreconditionRequired)]
    [InlineData("no es una etiqueta", HttpStatusCode.PreconditionRequired)]
    [InlineData("W/\"1\"", HttpStatusCode.PreconditionFailed)]
    [InlineData("\"7\"", HttpStatusCode.PreconditionFailed)]
    [InlineData("\"7\", \"1\"", HttpStatusCode.OK)]
    public async Task A_change_names_the_version_that_it_is_based_on(string? tag, HttpStatusCode status)
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        await app.StoreAsync(Messages.Payment(1));

        using var response = await new ReviewApi(app.Client).DecideAsync(Id, tag, new { decision = "aceptado" });

        Assert.Equal(status, response.StatusCode);
    }

    [Theory]
    [InlineData("""{"decision": "quizas"}""", "decision")]
    [InlineData("{}", "decision")]
    [InlineData("""{"decision": "rechazado"}""", "motivo")]
    [InlineData("""{"decision": "rechazado", "motivo": "  "}""", "motivo")]
    [InlineData("""{"decision": "aceptado", "motivo": 3}""", "motivo")]
    public async Task A_wrong_decision_names_the_field(string json, string field)
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        await app.StoreAsync(Messages.Payment(1));

        using var response = await new ReviewApi(app.Client).DecideAsync(Id, "\"1\"", JsonNode.Parse(json)!);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.NotNull((await response.Content.ReadFromJsonAsync<JsonObject>())!["details"]!["field_errors"]![field]);
        Assert.Equal(0, await LogCountAsync(app));
    }

    [Fact]
    public async Task Another_tenant_sees_and_decides_nothing()
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        await app.StoreAsync(Messages.Payment(1));
        using var client = app.ClientOf("otra");
        var api = new ReviewApi(client);

        using var decided = await api.DecideAsync(Id, "\"1\"", new { decision = "aceptado" });
        using var corrected = await api.CorrectAsync(Id, "\"1\"", new { campos = new { monto = "1,00" } });
        using var audit = await client.GetAsync(new Uri($"/api/receipts/{Id}/audit", UriKind.Relative));

        Assert.All([decided, corrected, audit], response => Assert.Equal(HttpStatusCode.NotFound, response.StatusCode));
    }

    [Fact]
    public async Task A_decision_whose_event_was_lost_is_published_by_the_loop()
    {
        await using var app = await ResultsApp.StartAsync(_folder, settings: ("SWEEP_SECONDS", "0.1"));
        await app.StoreAsync(Messages.Payment(1));
        using (await new ReviewApi(app.Client).DecideAsync(Id, "\"1\"", new { decision = "aceptado" }))
        {
        }

        await Probe.UntilAsync(() => app.Decided.Count == 1);
        await using (var database = await DatabaseAsync(app))
        {
            // Simulates a crash between storing and publishing.
            await database.ReviewLog.ExecuteUpdateAsync(row => row.SetProperty(log => log.Unpublished, true)
                .SetProperty(log => log.At, log => new DateTimeOffset(2025, 7, 11, 0, 0, 0, TimeSpan.Zero)));
        }

        await Probe.UntilAsync(() => app.Decided.Count == 2);
        Assert.Equal(app.Decided.First().ReceiptId, app.Decided.Last().ReceiptId);
    }

    [Fact]
    public async Task The_audit_trail_has_pages_with_the_latest_first()
    {
        await using var app = await ResultsApp.StartAsync(_folder);
        await app.StoreAsync(Messages.Payment(1));
        var api = new ReviewApi(app.Client);
        foreach (var decision in (string[])["aceptado", "pendiente", "aceptado"])
        {
            using var response = await api.DecideAsync(Id, (await api.GetAsync(Id)).Tag, new { decision });
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        var first = await app.GetAsync($"/api/receipts/{Id}/audit?limit=2");
        var second = await app.GetAsync($"/api/receipts/{Id}/audit?limit=2&offset=2");

        Assert.Equal((3, true, false), (first["total"]!.GetValue<int>(), first["has_more"]!.GetValue<bool>(), second["has_more"]!.GetValue<bool>()));
        Assert.Equal([4, 3, 2], first["eventos"]!.AsArray().Concat(second["eventos"]!.AsArray()).Select(entry => entry!["version"]!.GetValue<int>()));
        Assert.Equal("pendiente", first["eventos"]![0]!["datos"]!["anterior"]!.GetValue<string>());
    }

    private static async Task<int> LogCountAsync(ResultsApp app)
    {
        await using var database = await DatabaseAsync(app);
        return await database.ReviewLog.CountAsync();
    }

    private static Task<ResultsDbContext> DatabaseAsync(ResultsApp app) =>
        app.Services.GetRequiredService<IDbContextFactory<ResultsDbContext>>().CreateDbContextAsync();
}
