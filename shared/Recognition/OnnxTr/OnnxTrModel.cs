using System.Globalization;
using Microsoft.ML.OnnxRuntime;
using Ocr.Recognition.Inference;

namespace Ocr.Recognition.OnnxTr;

/// <summary>
/// One of OnnxTR's graphs. Uses its first input and first output, independent of their names. Channels are first, or last in TensorFlow's exports.
/// A run takes any number of images, or the fixed number that the graph requires. Height and width are those of the graph, where it fixes them.
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

    /// <summary>Whether a pixel's channels are adjacent.</summary>
    public bool ChannelsLast { get; }

    /// <summary>Height of the input, pixels.</summary>
    public int Height { get; }

    /// <summary>Width of the input, pixels.</summary>
    public int Width { get; }

    /// <summary>Shape of the output for one image, without the batch axis.</summary>
    public int[] Output { get; private set; } = [];

    /// <summary>Number of input values of one image.</summary>
    public int InputLength => 3 * Height * Width;

    /// <summary>Number of output values of one image.</summary>
    public int OutputLength => Output.Aggregate((a, b) => a * b);

    /// <summary>Creates the session and runs it once.</summary>
    /// <returns><see langword="null"/> when an error was added.</returns>
    public static OnnxTrModel? Open(string section, byte[] bytes, OnnxTrModelSettings settings, int threads, List<string> errors)
    {
        OnnxModel? session = null;
        try
        {
            session = new OnnxModel(bytes, input: null, output: null, threads, boundedPairs: false);
            if (session.InputShape is [_, 3, _, _] or [_, _, _, 3] && session.OutputShape is not null)
            {
                var model = new OnnxTrModel(session, session.InputShape, settings);
                model.Output = model.Probe();
                session = null;
                return model;
            }

            errors.Add($"{section}.file: {settings.File} must take float32 images [N,3,H,W] or [N,H,W,3] and give float32, but takes "
                + Show(session.InputShape));
        }
        catch (OnnxRuntimeException error)
        {
            errors.Add($"{section}.file: the runtime refuses the model ({error.Message})");
        }
        finally
        {
            session?.Dispose();
        }

        return null;
    }

    /// <summary>Returns the batch size of a run for <paramref name="wanted"/> images; any excess is padding.</summary>
    public int BatchFor(int wanted) => _fixedBatch ?? wanted;

    /// <summary>Runs <paramref name="batch"/> images, the number that <see cref="BatchFor"/> returned, from buffer to buffer.</summary>
    public void Run(Memory<float> input, Memory<float> output, int batch) =>
        _model.Run(input, InputShape(batch), output, [batch, .. Output.Select(size => (long)size)]);

    public void Dispose() => _model.Dispose();

    internal static string Show(IEnumerable<int>? shape) => shape is null
        ? "something else"
        : $"[{string.Join(',', shape.Select(size => size < 0 ? "any" : size.ToString(CultureInfo.InvariantCulture)))}]";

    private long[] InputShape(int batch) => ChannelsLast ? [batch, Height, Width, 3] : [batch, 3, Height, Width];

    // Exporters leave output sizes free that depend on the input, so that they are known only after a run.
    private int[] Probe() => [.. _model.Probe(InputShape(BatchFor(1))).Skip(1).Select(size => (int)size)];
}
