namespace Ocr.Contracts;

/// <summary>One reason of a decision.</summary>
public sealed record DecisionReason
{
    /// <summary>Stable code (<c>ESTADO_DESCONOCIDO</c>, <c>CAMPO_DUDOSO</c>, …).</summary>
    public required string Code { get; init; }

    /// <summary>The same as a sentence, Spanish, for the operator.</summary>
    public required string Text { get; init; }

    /// <summary>Key of the field concerned, <see cref="FieldKeys"/>; <see langword="null"/> for the whole receipt.</summary>
    public string? Field { get; init; }
}
