using Ocr.Extractor.Scoring;

namespace Ocr.Extractor.Live;

/// <summary>The field model of this process.</summary>
/// <param name="Model"><see langword="null"/> when only the rules are used.</param>
internal sealed record LoadedModel(FieldModel? Model) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose() => Model?.Dispose();
}
