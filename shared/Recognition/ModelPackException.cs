namespace Ocr.Recognition;

/// <summary>A model pack cannot be used. Thrown once, when the reader is built, with every fault that was found.</summary>
public sealed class ModelPackException : Exception
{
    /// <summary>A pack that cannot be used.</summary>
    /// <param name="folder">The pack's folder.</param>
    /// <param name="faults">Every fault, each naming the offending member and what it should be.</param>
    /// <param name="innerException">The runtime's own error, if it refused a model.</param>
    public ModelPackException(string folder, IReadOnlyList<string> faults, Exception? innerException = null)
        : base($"The model pack {folder} cannot be used:{string.Concat(faults.Select(fault => $"\n- {fault}"))}", innerException) =>
        Faults = faults;

    /// <summary>Every fault.</summary>
    public IReadOnlyList<string> Faults { get; }
}
