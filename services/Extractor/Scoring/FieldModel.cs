using Microsoft.ML.OnnxRuntime;
using Ocr.Extractor.Layout;
using Ocr.Extractor.Rules;

namespace Ocr.Extractor.Scoring;

/// <summary>
/// The network over the tokens of a page. It returns probabilities of each token's kind of value, of the payment's state and of the kind of page; it
/// never produces a value. Thread-safe; loaded once.
/// </summary>
public sealed class FieldModel : IDisposable
{
    private static readonly string[] Inputs = ["grams", "numbers", "places"];
    private static readonly string[] Outputs = ["tags", "state", "kind", "two"];

    private readonly FieldPack _pack;
    private readonly InferenceSession _session;
    private readonly RunOptions _run = new();

    private FieldModel(FieldPack pack, byte[] model)
    {
        _pack = pack;
        Inference.RuntimeTelemetry.TurnOff();
        using var options = new Microsoft.ML.OnnxRuntime.SessionOptions
        {
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            // pages have any size, and a memory pattern would be kept for each
            EnableMemoryPattern = false,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
        };
        options.AddSessionConfigEntry("session.set_denormal_as_zero", "1");
        _session = new InferenceSession(model, options);
    }

    /// <summary>Name and version, <c>fields-1.0.0</c>.</summary>
    public string Name => $"{_pack.Name}-{_pack.Version}";

    /// <summary>Loads and checks a pack.</summary>
    /// <param name="folder">Folder with <c>manifest.json</c> and the ONNX file.</param>
    /// <exception cref="InvalidOperationException">The pack cannot be used; the message lists every error and its fix.</exception>
    public static FieldModel Load(string folder)
    {
        try
        {
            var (pack, model) = FieldPack.Read(folder);
            return new FieldModel(pack, model);
        }
        catch (Exception error) when (error is FieldPackException or OnnxRuntimeException)
        {
            throw new InvalidOperationException(error.Message, error);
        }
    }

    /// <summary>Calls <see cref="Load"/>; returns <see langword="null"/> when the folder does not exist.</summary>
    /// <exception cref="InvalidOperationException">The pack cannot be used.</exception>
    public static FieldModel? LoadIfPresent(string folder) => Directory.Exists(folder) ? Load(folder) : null;

    /// <summary>Scores a page with at least one token.</summary>
    internal PageScores Score(Page page, RuleSet rules)
    {
        var features = PageFeatures.Of(page, rules);
        using var grams = Value(features.Grams, features.Count, NGrams.PerToken);
        using var numbers = Value(features.Numbers, features.Count, PageFeatures.NumbersPerToken);
        using var places = Value(features.Places, features.Count, PageFeatures.PlacesPerToken);
        using var outputs = _session.Run(_run, Inputs, [grams, numbers, places], Outputs);
        var temperatures = _pack.Temperatures;
        return new PageScores(
            PageScores.Softmax(outputs[0].GetTensorDataAsSpan<float>(), _pack.Tags.Count, temperatures.Tags),
            PageScores.Softmax(outputs[1].GetTensorDataAsSpan<float>(), _pack.States.Count, temperatures.State),
            PageScores.Softmax(outputs[2].GetTensorDataAsSpan<float>(), _pack.Kinds.Count, temperatures.Kind),
            1 / (1 + Math.Exp(-outputs[3].GetTensorDataAsSpan<float>()[0] / temperatures.Two)),
            _pack);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _run.Dispose();
        _session.Dispose();
    }

    private static OrtValue Value<T>(T[] data, int rows, int width)
        where T : unmanaged => OrtValue.CreateTensorValueFromMemory(data, [rows, width]);
}
