using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Features;
using Ocr.Results.Export;
using Ocr.Results.Receipts;
using Ocr.Results.Reviews;
using Ocr.ServiceDefaults;
using Ocr.ServiceDefaults.Errors;
using Ocr.ServiceDefaults.Json;
using Ocr.ServiceDefaults.Tenancy;

namespace Ocr.Results.Draws;

/// <summary>
/// <c>GET /api/draws</c>, <c>GET /api/draws/{fechasorteo}/{numerosorteo}</c>, <c>PUT …/cutoff</c> and <c>GET …/export</c>.
/// </summary>
internal sealed partial class DrawEndpoints(DrawStore draws, DrawExport export)
{
    private const int UsualLimit = 20;
    private const int MaxLimit = 100;
    private const string Draw = "/api/draws/{fechasorteo}/{numerosorteo}";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(
            "/api/draws",
            (string? limit, string? offset, TenantScope scope, DrawEndpoints endpoints, CancellationToken cancellationToken) =>
                endpoints.ListAsync(Paging.Read(limit, offset, UsualLimit), scope, cancellationToken));
        app.MapGet(
            Draw,
            (string fechasorteo, string numerosorteo, TenantScope scope, DrawEndpoints endpoints, CancellationToken cancellationToken) =>
                endpoints.GetAsync(DrawKey.Read(fechasorteo, numerosorteo), scope, cancellationToken));
        app.MapPut(
            Draw + "/cutoff",
            (string fechasorteo, string numerosorteo, HttpContext context, TenantScope scope, DrawEndpoints endpoints) =>
                endpoints.SetCutOffAsync(DrawKey.Read(fechasorteo, numerosorteo), context, scope));
        app.MapGet(
            Draw + "/export",
            (string fechasorteo, string numerosorteo, string? format, HttpContext context, TenantScope scope, DrawEndpoints endpoints) =>
                endpoints.ExportAsync(DrawKey.Read(fechasorteo, numerosorteo), format, context, scope));
    }

    private async Task<DrawList> ListAsync(Paging paging, TenantScope scope, CancellationToken cancellationToken)
    {
        if (paging.Limit > MaxLimit)
        {
            throw new ApiException(ApiErrors.InvalidField("limit", $"Debe ser un entero de 1 a {MaxLimit}"));
        }

        var (page, total) = await draws.ListAsync(paging, scope, cancellationToken);
        return new DrawList("success", total, paging.Limit, paging.Offset, paging.Offset + page.Count < total, page);
    }

    private async Task<DrawResponse> GetAsync(DrawKey key, TenantScope scope, CancellationToken cancellationToken) =>
        await draws.GetAsync(key, scope, cancellationToken) ?? throw NotFound();

    private async Task<DrawResponse> SetCutOffAsync(DrawKey key, HttpContext context, TenantScope scope)
    {
        var cutOff = await JsonBody.ReadAsync(context.Request, ReadCutOff);
        await draws.SetCutOffAsync(key, cutOff, ClientHeaders.PersonOf(context.Request), scope.Tenant, context.RequestAborted);
        return await GetAsync(key, scope, context.RequestAborted);
    }

    private async Task<IResult> ExportAsync(DrawKey key, string? format, HttpContext context, TenantScope scope)
    {
        var table = format?.ToUpperInvariant() switch
        {
            "XLSX" => TableFormat.Xlsx,
            "CSV" => TableFormat.Csv,
            _ => throw new ApiException(ApiErrors.InvalidField("format", "Debe ser xlsx o csv")),
        };
        _ = await draws.GetAsync(key, scope, context.RequestAborted) ?? throw NotFound();
        if (table == TableFormat.Xlsx)
        {
            // The archive writes its headers synchronously; the cells are written asynchronously.
            context.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
        }

        return export.Write(key, table, scope);
    }

    private static string? ReadCutOff(JsonElement body)
    {
        var errors = new RequestErrors();
        if (!body.TryGetProperty("hora_cierre", out _))
        {
            errors.Add("hora_cierre", "Es obligatoria: una hora HH:MM, o null para quitarla");
        }

        var text = errors.Text(body, "hora_cierre");
        if (text is not null && !TimeForm().IsMatch(text))
        {
            errors.Add("hora_cierre", "Debe ser una hora HH:MM de 00:00 a 23:59, o null para quitarla");
        }

        errors.Throw();
        return text?.Replace(':', '-');
    }

    private static ApiException NotFound() => new(ApiErrors.NotFound("No existe un sorteo con esa fecha y ese número"));

    [GeneratedRegex(@"^(?:[01][0-9]|2[0-3]):[0-5][0-9]\z")]
    private static partial Regex TimeForm();
}
