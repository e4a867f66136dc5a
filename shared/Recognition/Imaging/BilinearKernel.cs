namespace Ocr.Recognition.Imaging;

/// <summary>
/// Weights along one axis of Pillow's BILINEAR filter: a triangle over the source pixels, widened when the axis shrinks. Weights are
/// integers in units of 1 / 2^22, as Pillow uses for 8-bit images, so that the output is identical.
/// </summary>
internal sealed class BilinearKernel
{
    /// <summary>Number of fractional bits of a weight.</summary>
    public const int Precision = 22;

    private readonly int[] _starts;
    private readonly int[] _counts;
    private readonly int[] _weights;
    private readonly int _size;

    /// <summary>Computes the weights for resizing <paramref name="source"/> pixels to <paramref name="target"/> pixels, both ≥ 1.</summary>
    public BilinearKernel(int source, int target)
    {
        var scale = (double)source / target;
        var support = Math.Max(1, scale);
        _size = ((int)Math.Ceiling(support) * 2) + 1;
        (_starts, _counts, _weights) = (new int[target], new int[target], new int[target * _size]);
        Span<double> shares = _size <= 64 ? stackalloc double[_size] : new double[_size];
        for (var i = 0; i < target; i++)
        {
            var center = (i + 0.5) * scale;
            var start = Math.Max(0, (int)(center - support + 0.5));
            var count = Math.Min(source, (int)(center + support + 0.5)) - start;
            double sum = 0;
            for (var k = 0; k < count; k++)
            {
                shares[k] = Math.Max(0, 1 - Math.Abs((k + start - center + 0.5) * (1 / support)));
                sum += shares[k];
            }

            (_starts[i], _counts[i]) = (start, count);
            for (var k = 0; k < count; k++)
            {
                _weights[(i * _size) + k] = (int)(0.5 + (shares[k] / sum * (1 << Precision)));
            }
        }
    }

    /// <summary>First source pixel of a target pixel.</summary>
    public int Start(int target) => _starts[target];

    /// <summary>Weights of the source pixels, starting with the first.</summary>
    public ReadOnlySpan<int> Weights(int target) => _weights.AsSpan(target * _size, _counts[target]);
}
