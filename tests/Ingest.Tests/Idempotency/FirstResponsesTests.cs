using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Ocr.Ingest.Clocks;
using Ocr.Ingest.Data;
using Ocr.Ingest.Idempotency;
using Ocr.Persistence;
using Ocr.ServiceDefaults.Errors;
using Ocr.Testing;

namespace Ocr.Ingest.Tests.Idempotency;

/// <summary>
/// The stored first responses at the limit of their age. Their clock is that of the test, while the application runs on the system time: its hourly cleaning
/// removes nothing during a test.
/// </summary>
public sealed class FirstResponsesTests : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);
    private static readonly TimeSpan Instant = TimeSpan.FromMilliseconds(1);

    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_response_is_replayed_until_it_is_24_hours_old()
    {
        await using var app = await IngestApp.StartAsync(_folder);
        var (responses, contexts) = Open(app);
        await AddAsync(responses, contexts, Request("uno", "a"), "primera");

        _time.Advance(Kept - Instant);
        Assert.Equal("primera", (await responses.FindAsync(Request("uno", "a"), CancellationToken.None))!.Response);
        _time.Advance(Instant);
        Assert.Null(await responses.FindAsync(Request("uno", "a"), CancellationToken.None));
    }

    [Fact]
    public async Task A_key_has_one_response_while_it_is_kept()
    {
        await using var app = await IngestApp.StartAsync(_folder);
        var (responses, contexts) = Open(app);
        await AddAsync(responses, contexts, Request("uno", "a"), "primera");
        _time.Advance(Kept - Instant);

        var error = await Assert.ThrowsAsync<DbUpdateException>(() => AddAsync(responses, contexts, Request("uno", "a"), "segunda"));

        Assert.True(error.IsUniqueViolation());
        Assert.Equal(["uno a primera"], await StoredAsync(contexts));
    }

    [Fact]
    public async Task A_new_response_replaces_the_expired_one_of_its_key_and_no_other()
    {
        await using var app = await IngestApp.StartAsync(_folder);
        var (responses, contexts) = Open(app);
        foreach (var (tenant, key) in ((string, string)[])[("dos", "a"), ("dos", "b"), ("uno", "a"), ("uno", "b")])
        {
            await AddAsync(responses, contexts, Request(tenant, key), "primera");
        }

        _time.Advance(Kept);
        await AddAsync(responses, contexts, Request("uno", "a"), "segunda");

        Assert.Equal(["dos a primera", "dos b primera", "uno a segunda", "uno b primera"], await StoredAsync(contexts));
    }

    [Fact]
    public async Task Only_responses_that_are_no_longer_replayed_are_removed()
    {
        await using var app = await IngestApp.StartAsync(_folder);
        var (responses, contexts) = Open(app);
        await AddAsync(responses, contexts, Request("uno", "a"), "primera");
        _time.Advance(Instant);
        await AddAsync(responses, contexts, Request("uno", "b"), "primera");

        _time.Advance(Kept - Instant);
        await responses.RemoveExpiredAsync(CancellationToken.None);

        Assert.Equal(["uno b primera"], await StoredAsync(contexts));
    }

    [Fact]
    public async Task The_error_of_a_reused_key_names_the_remedy()
    {
        await using var app = await IngestApp.StartAsync(_folder);
        var (responses, contexts) = Open(app);
        await AddAsync(responses, contexts, Request("uno", "a"), "primera");

        var refused = await Assert.ThrowsAsync<ApiException>(() => responses.FindAsync(Request("uno", "a", "otro"), CancellationToken.None));

        Assert.Equal(
            new ApiError(
                422, "IDEMPOTENCY_KEY_REUSED_422", "Idempotency-Key was used for another request", "La Idempotency-Key ya se usó con otro contenido",
                "Use una clave nueva por mensaje; repita una clave solo para reintentar la misma solicitud"),
            refused.Error);
    }

    private static IdempotentRequest Request(string tenant, string key, string content = "") => IdempotentRequest.Of(tenant, key, "/api/upload", [content]);

    private (FirstResponses Responses, IDbContextFactory<IngestDbContext> Contexts) Open(IngestApp app)
    {
        var contexts = app.Services.GetRequiredService<IDbContextFactory<IngestDbContext>>();
        return (new FirstResponses(contexts, new ServiceClock(contexts, _time)), contexts);
    }

    private static async Task AddAsync(
        FirstResponses responses, IDbContextFactory<IngestDbContext> contexts, IdempotentRequest request, string response)
    {
        await using var database = await contexts.CreateDbContextAsync();
        await responses.AddAsync(database, request, response, requestId: null, CancellationToken.None);
        await database.SaveChangesAsync();
    }

    private static async Task<List<string>> StoredAsync(IDbContextFactory<IngestDbContext> contexts)
    {
        await using var database = await contexts.CreateDbContextAsync();
        return await database.FirstResponses.OrderBy(row => row.Tenant).ThenBy(row => row.Key)
            .Select(row => row.Tenant + " " + row.Key + " " + row.Response).ToListAsync();
    }
}
