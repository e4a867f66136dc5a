using System.Text.RegularExpressions;
using Ocr.ServiceDefaults.Errors;

namespace Ocr.Gateway.Access;

/// <summary>Endpoints that create, list and revoke keys. The middleware has checked the administrator's key.</summary>
internal static partial class KeyEndpoints
{
    private const int LongestName = 100;
    private const int MaxWeight = 100;

    /// <summary>Maps the endpoints.</summary>
    public static void MapKeyEndpoints(this IEndpointRouteBuilder app)
    {
        app.MapPost("/api/generate_key", GenerateAsync);
        app.MapGet("/api/list_keys", ListAsync);
        app.MapDelete("/api/revoke_key/{id}", RevokeAsync);
    }

    private static async Task<IResult> GenerateAsync(NewKey wanted, ApiKeys keys, TimeProvider time, CancellationToken cancellationToken)
    {
        var permissionsGiven = wanted.Permissions is not null;
        wanted = wanted with
        {
            Name = wanted.Name?.Trim(),
            Permissions = wanted.Permissions?.Distinct(StringComparer.Ordinal).ToArray()
                ?? (wanted.Role is { } role ? Roles.Permissions(role) ?? [] : [Permissions.ProcessOcr, Permissions.DownloadResults]),
        };
        var errors = Errors(wanted, namesBoth: permissionsGiven && wanted.Role is not null).GroupBy(error => error.Field, error => error.Text, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => (IReadOnlyList<string>)[.. group], StringComparer.Ordinal);
        if (errors.Count > 0)
        {
            throw new ApiException(ApiErrors.InvalidFields(errors));
        }

        var (key, row) = await keys.CreateAsync(wanted, cancellationToken);
        return Results.Json(
            new KeyCreated("success", "API key creada. Guárdela: no se vuelve a mostrar", time.GetUtcNow(), key, KeyView.Of(row)),
            statusCode: StatusCodes.Status201Created);
    }

    private static async Task<KeyList> ListAsync(ApiKeys keys, KeyUsage usage, CancellationToken cancellationToken)
    {
        await usage.FlushAsync(cancellationToken);
        var rows = await keys.ListAsync(cancellationToken);
        return new KeyList("success", rows.Count, [.. rows.Select(KeyView.Of)]);
    }

    private static async Task<KeyRevoked> RevokeAsync(string id, ApiKeys keys, TimeProvider time, CancellationToken cancellationToken) =>
        Guid.TryParse(id, out var keyId) && await keys.RevokeAsync(keyId, cancellationToken) is { } row
            ? new KeyRevoked("success", "API key revocada", time.GetUtcNow(), KeyView.Of(row))
            : throw new ApiException(ApiErrors.NotFound("No existe una API key con ese identificador"));

    [GeneratedRegex(@"^[a-z0-9][a-z0-9_-]{0,39}\z")]
    private static partial Regex TenantForm();

    private static IEnumerable<(string Field, string Text)> Errors(NewKey wanted, bool namesBoth)
    {
        if (wanted.Role is { } role && (namesBoth || !Roles.Names.Contains(role)))
        {
            yield return ("role", $"Debe ser uno de: {string.Join(", ", Roles.Names)}; no puede usarse junto con permissions");
            yield break;
        }

        if (wanted.Name is not { Length: > 0 and <= LongestName } || wanted.Name.Any(char.IsControl))
        {
            yield return ("name", $"Debe tener entre 1 y {LongestName} caracteres, sin caracteres de control");
        }

        if (wanted.Permissions!.Count == 0 || wanted.Permissions.Except(Permissions.All, StringComparer.Ordinal).Any())
        {
            yield return ("permissions", $"Debe contener uno o más de: {string.Join(", ", Permissions.All)}");
        }

        if (wanted.Tenant is { } tenant && !TenantForm().IsMatch(tenant))
        {
            yield return ("tenant", "Debe tener de 1 a 40 caracteres: letras minúsculas, números, guion o guion bajo, y empezar por letra o número");
        }

        int?[] limits =
        [
            wanted.Limits?.PerMinute, wanted.Limits?.PerHour, wanted.Limits?.Burst, wanted.Limits?.UploadPerMinute, wanted.Limits?.ProcessPerMinute,
            wanted.Limits?.CostPerMinute,
        ];
        if (limits.Any(limit => limit < 0))
        {
            yield return ("rate_limits", "Deben ser números desde 0; 0 es sin límite");
        }

        if (wanted.Weight is < 1 or > MaxWeight)
        {
            yield return ("weight", $"Debe ser un número entero de 1 a {MaxWeight}; 1 es lo usual");
        }
    }
}
