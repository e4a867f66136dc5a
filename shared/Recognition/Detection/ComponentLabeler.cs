using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Ocr.Recognition.Detection;

/// <summary>
/// Finds 8-connected components of the cells at or above a logit in one pass over runs: a run of cells joins the runs that it touches in the
/// row above. It compares logits, so that an exponential is computed for text cells only.
/// </summary>
internal sealed class ComponentLabeler
{
    private readonly List<Component> _components = [];
    private readonly List<int> _parents = [];
    private List<(int Start, int End, int Component)> _above = [];
    private List<(int Start, int End, int Component)> _current = [];

    /// <summary>Labels a map.</summary>
    /// <param name="logits">Rows of <paramref name="stride"/> cells.</param>
    /// <param name="stride">Distance between the starts of two rows, cells.</param>
    /// <param name="columns">Cells per row without the padding.</param>
    /// <param name="rows">Rows without the padding.</param>
    /// <param name="threshold">Minimum logit of a text cell.</param>
    /// <returns>Components in raster order of their first cell.</returns>
    public static List<Component> Label(ReadOnlySpan<float> logits, int stride, int columns, int rows, float threshold)
    {
        var labeler = new ComponentLabeler();
        for (var y = 0; y < rows; y++)
        {
            labeler.AddRow(logits.Slice(y * stride, columns), y, threshold);
        }

        return labeler.Collect();
    }

    private void AddRow(ReadOnlySpan<float> row, int y, float threshold)
    {
        (_above, _current) = (_current, _above);
        _current.Clear();
        var above = 0;
        for (var start = Next(row, 0, threshold); start < row.Length;)
        {
            var end = start;
            double probability = 0;
            for (; end < row.Length && row[end] >= threshold; end++)
            {
                probability += 1 / (1 + MathF.Exp(-row[end]));
            }

            var label = Join(start, end, ref above);
            var run = new Component(start, y, end, y + 1, end - start, probability, Moments.OfRun(start, end, y));
            CollectionsMarshal.AsSpan(_components)[label].Absorb(run);
            _current.Add((start, end, label));
            start = Next(row, end, threshold);
        }
    }

    /// <summary>Returns the component of a run: that of the runs above that touch it, corners included, or a new one.</summary>
    private int Join(int start, int end, ref int above)
    {
        while (above < _above.Count && _above[above].End < start)
        {
            above++;
        }

        var label = -1;
        for (var i = above; i < _above.Count && _above[i].Start <= end; i++)
        {
            var other = Root(_above[i].Component);
            label = label < 0 ? other : Merge(label, other);
        }

        if (label < 0)
        {
            label = _parents.Count;
            _parents.Add(label);
            _components.Add(new Component(int.MaxValue, int.MaxValue, 0, 0, 0, 0, default));
        }

        return label;
    }

    private int Merge(int a, int b)
    {
        var (kept, gone) = a < b ? (a, b) : (b, a);
        if (kept != gone)
        {
            _parents[gone] = kept;
            CollectionsMarshal.AsSpan(_components)[kept].Absorb(_components[gone]);
        }

        return kept;
    }

    private int Root(int label)
    {
        while (_parents[label] != label)
        {
            label = _parents[label] = _parents[_parents[label]];
        }

        return label;
    }

    private List<Component> Collect()
    {
        var kept = new List<Component>();
        for (var i = 0; i < _components.Count; i++)
        {
            if (_parents[i] == i)
            {
                kept.Add(_components[i]);
            }
        }

        return kept;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Next(ReadOnlySpan<float> row, int from, float threshold)
    {
        if (Vector256.IsHardwareAccelerated)
        {
            var limit = Vector256.Create(threshold);
            for (; from <= row.Length - 8; from += 8)
            {
                var hits = Vector256.GreaterThanOrEqual(Vector256.Create(row[from..]), limit).ExtractMostSignificantBits();
                if (hits != 0)
                {
                    return from + BitOperations.TrailingZeroCount(hits);
                }
            }
        }

        while (from < row.Length && !(row[from] >= threshold))
        {
            from++;
        }

        return from;
    }
}
