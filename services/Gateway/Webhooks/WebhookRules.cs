using Ocr.Gateway.Events;
using Ocr.ServiceDefaults.Errors;
using Ocr.ServiceDefaults.Net;

namespace Ocr.Gateway.Webhooks;

/// <summary>Validates requests about webhooks. An error names the field and the fix.</summary>
internal static class WebhookRules
{
    private const int MaxDescription = 200;
    private const int MaxOverlapHours = 168;
    private const int DefaultOverlapHours = 24;

    /// <summary>A valid new webhook.</summary>
    /// <exception cref="ApiException">A field is not valid.</exception>
    public static NewWebhook Create(NewWebhook wanted, PublicAddressGuard guard)
    {
        wanted = wanted with { Events = wanted.Events ?? EventTypes.ForWebhooks, Url = wanted.Url ?? "" };
        return Change(wanted, guard);
    }

    /// <summary>Valid changes of a webhook: absent fields are not checked.</summary>
    /// <exception cref="ApiException">A field is not valid.</exception>
    public static NewWebhook Change(NewWebhook wanted, PublicAddressGuard guard)
    {
        wanted = wanted with { Url = wanted.Url?.Trim(), Description = wanted.Description?.Trim(), Events = wanted.Events?.Distinct(StringComparer.Ordinal).ToArray() };
        var errors = Errors(wanted, guard).ToDictionary(
            error => error.Field, error => (IReadOnlyList<string>)[error.Text], StringComparer.Ordinal);
        return errors.Count == 0 ? wanted : throw new ApiException(ApiErrors.InvalidFields(errors));
    }

    /// <summary>The overlap of a rotation.</summary>
    /// <exception cref="ApiException">It is out of range.</exception>
    public static TimeSpan Overlap(Rotation? rotation) =>
        (rotation?.OverlapHours ?? DefaultOverlapHours) is >= 0 and <= MaxOverlapHours and var hours
            ? TimeSpan.FromHours(hours)
            : throw new ApiException(ApiErrors.InvalidField("horas_de_solape", $"Debe ser un número entero de 0 a {MaxOverlapHours}"));

    private static IEnumerable<(string Field, string Text)> Errors(NewWebhook wanted, PublicAddressGuard guard)
    {
        if (wanted.Url is { } url && guard.ProblemOf(url) is { } problem)
        {
            yield return ("url", problem);
        }

        if (wanted.Events is { } events && (events.Count == 0 || events.Except(EventTypes.ForWebhooks, StringComparer.Ordinal).Any()))
        {
            yield return ("eventos", $"Debe contener uno o más de: {string.Join(", ", EventTypes.ForWebhooks)}");
        }

        if (wanted.Description is { } description && (description.Length > MaxDescription || description.Any(char.IsControl)))
        {
            yield return ("descripcion", $"Debe tener como máximo {MaxDescription} caracteres, sin caracteres de control");
        }
    }
}
