namespace Ocr.Recognition;

/// <summary>A model pack cannot be used. Thrown when the reader is created, with every error that was found.</summary>
public sealed class ModelPackException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="folder">The pack's folder.</param>
    /// <param name="errors">Every error, each naming the offending member and its expected value.</param>
    /// <param name="innerException">The runtime's exception, if it rejected a model.</param>
    public ModelPackException(string folder, IReadOnlyList<string> errors, Exception? innerException = null)
        : base($"The model pack {folder} cannot be used:{string.Concat(errors.Select(error => $"\n- {error}"))}", innerException) =>
        Errors = errors;

    /// <summary>Every error.</summary>
    public IReadOnlyList<string> Errors { get; }
}
