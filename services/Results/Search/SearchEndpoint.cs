using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Ocr.Persistence;
using Ocr.Results.Data;
using Ocr.Results.Documents;
using Ocr.Results.Receipts;
using Ocr.ServiceDefaults.Tenancy;

namespace Ocr.Results.Search;

/// <summary><c>GET /api/receipts</c>: searches receipts, in pages, the latest or the riskiest first.</summary>
internal sealed class SearchEndpoint(IDbContextFactory<ResultsDbContext> contexts)
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet(
        "/api/receipts", (HttpRequest request, TenantScope scope, SearchEndpoint endpoint) => endpoint.SearchAsync(request, scope));

    private async Task<SearchResponse> SearchAsync(HttpRequest request, TenantScope scope)
    {
        var query = ReceiptQuery.Read(request.Query);
        var cursor = SearchCursor.Read(request.Query);
        var rows = await PageAsync(query, cursor, scope, request.HttpContext.RequestAborted);
        var hasMore = rows.Count > query.Limit;
        var page = rows.Take(query.Limit).ToList();
        return new SearchResponse(
            "success", query.Limit, hasMore, hasMore ? SearchCursor.After(page[^1], query.ByRisk).ToText(request.Query) : null, [.. page.Select(ReceiptEntry.Of)]);
    }

    /// <summary>A page and one receipt more.</summary>
    public async Task<List<ReceiptIndexRow>> PageAsync(ReceiptQuery query, SearchCursor? cursor, TenantScope scope, CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = query.Apply(database.Receipts.AsNoTracking().Of(scope));
        rows = query.ByRisk ? ByRisk(rows, cursor) : Latest(rows, cursor);
        return await rows.Take(query.Limit + 1).ToListAsync(cancellationToken);
    }

    // The first condition bounds the index range; the second one excludes the rows of the previous page.
    private static IQueryable<ReceiptIndexRow> Latest(IQueryable<ReceiptIndexRow> rows, SearchCursor? cursor)
    {
        if (cursor is not null)
        {
            var (at, id) = (new DateTimeOffset(cursor.Key, TimeSpan.Zero), cursor.Id);
            rows = rows.Where(row => row.StoredAt <= at && (row.StoredAt < at || row.Id < id));
        }

        return rows.OrderByDescending(row => row.StoredAt).ThenByDescending(row => row.Id);
    }

    private static IQueryable<ReceiptIndexRow> ByRisk(IQueryable<ReceiptIndexRow> rows, SearchCursor? cursor)
    {
        if (cursor is not null)
        {
            var (risk, id) = (cursor.Key, cursor.Id);
            rows = rows.Where(row => row.Risk <= risk && (row.Risk < risk || row.Id < id));
        }

        return rows.OrderByDescending(row => row.Risk).ThenByDescending(row => row.Id);
    }
}

/// <summary>Response of <c>GET /api/receipts</c>.</summary>
public sealed record SearchResponse(
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("limit")] int Limit,
    [property: JsonPropertyName("has_more")] bool HasMore,
    [property: JsonPropertyName("next_cursor"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? NextCursor,
    [property: JsonPropertyName("receipts")] IReadOnlyList<ReceiptEntry> Receipts);
