namespace Ocr.Contracts;

/// <summary>One reason of a decision.</summary>
public sealed record DecisionReason
{
    /// <summary>Stable code (<c>ESTADO_DESCONOCIDO</c>, <c>CAMPO_DUDOSO</c>, …).</summary>
    public required string Code { get; init; }

    /// <summary>The same as a sentence, Spanish, for the operator.</summary>
    public required string Text { get; init; }

    /// <summary>Key of the field that it is about, <see cref="FieldKeys"/>; <see langword="null"/> when it is about the whole receipt.</summary>
    public string? Field { get; init; }
}
