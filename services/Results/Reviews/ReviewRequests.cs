using System.Text.Json;
using Ocr.Contracts;
using Ocr.Results.Receipts;
using Ocr.ServiceDefaults.Errors;

namespace Ocr.Results.Reviews;

/// <summary>A decision request.</summary>
internal sealed record DecisionRequest(ReviewState State, string? Reason)
{
    /// <summary>Reads the body.</summary>
    /// <exception cref="ApiException">400 that names every invalid field.</exception>
    public static DecisionRequest Read(JsonElement body)
    {
        var errors = new RequestErrors();
        var state = ReviewStates.Read(errors.Text(body, "decision"));
        if (state is null)
        {
            errors.Add("decision", $"Debe ser uno de: {string.Join(", ", ReviewStates.All)}");
        }

        var reason = errors.Reason(body);
        if (state == ReviewState.Rejected && reason is null)
        {
            errors.Add("motivo", "Es obligatorio para rechazar un recibo");
        }

        errors.Throw();
        return new DecisionRequest(state!.Value, reason);
    }
}

/// <summary>A correction request: a value per field, blank when the receipt does not show one, null to withdraw a correction.</summary>
internal sealed record CorrectionRequest(IReadOnlyDictionary<string, string?> Fields, string? Reason)
{
    /// <summary>Reads the body.</summary>
    /// <exception cref="ApiException">400 that names every invalid field.</exception>
    public static CorrectionRequest Read(JsonElement body)
    {
        var errors = new RequestErrors();
        var fields = new Dictionary<string, string?>();
        if (!body.TryGetProperty("campos", out var given) || given.ValueKind != JsonValueKind.Object || !given.EnumerateObject().Any())
        {
            errors.Add("campos", "Debe ser un objeto con al menos un campo, por ejemplo {\"monto\": \"1200,00\"}");
        }
        else
        {
            foreach (var field in given.EnumerateObject())
            {
                if (!FieldKeys.All.Contains(field.Name))
                {
                    errors.Add(field.Name, $"No es un campo del comprobante; use uno de: {string.Join(", ", FieldKeys.All)}");
                }
                else if (field.Value.ValueKind is not (JsonValueKind.String or JsonValueKind.Null))
                {
                    errors.Add(field.Name, "Debe ser un texto, o null para retirar la corrección");
                }
                else
                {
                    fields[field.Name] = field.Value.GetString()?.Trim();
                }
            }
        }

        var reason = errors.Reason(body);
        errors.Throw();
        return new CorrectionRequest(fields, reason);
    }
}

/// <summary>Collects the errors of a request.</summary>
internal sealed class RequestErrors
{
    private const int LongestReason = 500;
    private readonly Dictionary<string, IReadOnlyList<string>> _errors = [];

    /// <summary>Adds the error of a field and its fix, Spanish.</summary>
    public void Add(string field, string problem) => _errors[field] = [problem];

    /// <summary>A text; <see langword="null"/> when it is missing.</summary>
    public string? Text(JsonElement body, string name)
    {
        if (!body.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String)
        {
            return value.GetString();
        }

        Add(name, "Debe ser un texto");
        return null;
    }

    /// <summary>The reason of a decision or correction; <see langword="null"/> when there is none.</summary>
    public string? Reason(JsonElement body)
    {
        var reason = Text(body, "motivo")?.Trim();
        if (reason is { Length: > LongestReason } || reason?.Any(c => char.IsControl(c) && c != '\n') == true)
        {
            Add("motivo", $"Debe tener como máximo {LongestReason} caracteres, sin caracteres de control");
        }

        return string.IsNullOrEmpty(reason) ? null : reason;
    }

    /// <exception cref="ApiException">400 that names every invalid field.</exception>
    public void Throw()
    {
        if (_errors.Count > 0)
        {
            throw new ApiException(ApiErrors.InvalidFields(_errors));
        }
    }
}
