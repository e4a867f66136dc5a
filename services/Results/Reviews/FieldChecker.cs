using Ocr.Contracts;
using Ocr.ServiceDefaults.Bus;
using Ocr.ServiceDefaults.Errors;

namespace Ocr.Results.Reviews;

/// <summary>Validates typed values with the extractor, which owns the rules and the bank table.</summary>
internal sealed class FieldChecker(IMessageBus bus)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    /// <summary>The fields, normalized; <see langword="null"/> for a withdrawn correction.</summary>
    /// <exception cref="ApiException">400 that names every invalid field, or 503 when no extractor responds.</exception>
    public async Task<IReadOnlyDictionary<string, ExtractedField?>> CheckAsync(
        IReadOnlyDictionary<string, string?> values, DateOnly arrivedOn, CancellationToken cancellationToken)
    {
        var typed = values.Where(value => value.Value is { Length: > 0 }).ToDictionary(value => value.Key, value => value.Value!);
        var validated = typed.Count == 0 ? new Dictionary<string, ExtractedField>() : await ValidateAsync(typed, arrivedOn, cancellationToken);
        var errors = new RequestErrors();
        foreach (var (key, field) in validated.Where(field => !field.Value.Valid))
        {
            errors.Add(key, field.Reason ?? "No tiene la forma de este campo");
        }

        errors.Throw();
        return values.ToDictionary(
            value => value.Key,
            value => value.Value switch { null => null, "" => new ExtractedField { Value = "" }, _ => validated[value.Key] });
    }

    private async Task<IReadOnlyDictionary<string, ExtractedField>> ValidateAsync(
        Dictionary<string, string> typed, DateOnly arrivedOn, CancellationToken cancellationToken)
    {
        try
        {
            var response = await bus.RequestAsync<CheckFields, FieldsChecked>(
                new CheckFields { Values = typed, ArrivedOn = arrivedOn }, Timeout, cancellationToken);
            return response.Fields;
        }
        catch (Exception exception) when (exception is TimeoutException || MessageRetryPolicy.IsOutage(exception))
        {
            throw new ApiException(ApiErrors.Of(StatusCodes.Status503ServiceUnavailable) with
            {
                Details = "El servicio que valida los campos no responde; la corrección no se guardó",
                RetryAfter = 5,
            });
        }
    }
}
