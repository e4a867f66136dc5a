using System.Globalization;
using Microsoft.ML.OnnxRuntime;
using Ocr.Recognition.Inference;

namespace Ocr.Recognition.OnnxTr;

/// <summary>
/// One of OnnxTR's graphs: its first input and first output, whatever they are called; channels first, or last in TensorFlow's exports;
/// any number of images a run, or the fixed one that the graph asks for. Height and width are those of the graph, where it fixes them.
/// </summary>
internal sealed class OnnxTrModel : IDisposable
{
    private readonly OnnxModel _model;
    private readonly int? _fixedBatch;

    private OnnxTrModel(OnnxModel model, int[] input, OnnxTrModelSettings settings)
    {
        _model = model;
        ChannelsLast = input[3] == 3;
        var (height, width) = ChannelsLast ? (input[1], input[2]) : (input[2], input[3]);
        Height = height > 0 ? height : settings.Height;
        Width = width > 0 ? width : settings.Width;
        _fixedBatch = input[0] > 0 ? input[0] : null;
    }

    /// <summary>Whether a pixel's channels lie side by side.</summary>
    public bool ChannelsLast { get; }

    /// <summary>Height of the input, pixels.</summary>
    public int Height { get; }

    /// <summary>Width of the input, pixels.</summary>
    public int Width { get; }

    /// <summary>Shape of the output for one image, the batch axis left out.</summary>
    public int[] Output { get; private set; } = [];

    /// <summary>Numbers of one image's input.</summary>
    public int InputLength => 3 * Height * Width;

    /// <summary>Numbers of one image's output.</summary>
    public int OutputLength => Output.Aggregate((a, b) => a * b);

    /// <summary>Builds the session and tries it.</summary>
    /// <returns><see langword="null"/> when a fault was added.</returns>
    public static OnnxTrModel? Open(string section, byte[] bytes, OnnxTrModelSettings settings, int threads, List<string> faults)
    {
        OnnxModel? session = null;
        try
        {
            session = new OnnxModel(bytes, input: null, output: null, threads);
            if (session.InputShape is [_, 3, _, _] or [_, _, _, 3] && session.OutputShape is not null)
            {
                var model = new OnnxTrModel(session, session.InputShape, settings);
                model.Output = model.Probe();
                session = null;
                return model;
            }

            faults.Add($"{section}.file: {settings.File} must take float32 images [N,3,H,W] or [N,H,W,3] and give float32, but takes "
                + Show(session.InputShape));
        }
        catch (OnnxRuntimeException error)
        {
            faults.Add($"{section}.file: the runtime refuses the model ({error.Message})");
        }
        finally
        {
            session?.Dispose();
        }

        return null;
    }

    /// <summary>How many images one run takes when <paramref name="wanted"/> wait; those beyond them are padding.</summary>
    public int BatchFor(int wanted) => _fixedBatch ?? wanted;

    /// <summary>Runs <paramref name="batch"/> images, as many as <see cref="BatchFor"/> says, from buffer to buffer.</summary>
    public void Run(Memory<float> input, Memory<float> output, int batch) =>
        _model.Run(input, InputShape(batch), output, [batch, .. Output.Select(size => (long)size)]);

    public void Dispose() => _model.Dispose();

    internal static string Show(IEnumerable<int>? shape) => shape is null
        ? "something else"
        : $"[{string.Join(',', shape.Select(size => size < 0 ? "any" : size.ToString(CultureInfo.InvariantCulture)))}]";

    private long[] InputShape(int batch) => ChannelsLast ? [batch, Height, Width, 3] : [batch, 3, Height, Width];

    // Exporters leave sizes of the output unnamed that follow from the input, so that only a run can tell them.
    private int[] Probe() => [.. _model.Probe(InputShape(BatchFor(1))).Skip(1).Select(size => (int)size)];
}
