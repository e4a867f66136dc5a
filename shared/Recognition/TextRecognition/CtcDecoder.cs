using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace Ocr.Recognition.TextRecognition;

/// <summary>
/// Greedy CTC: takes the best class of each step, collapses repeats and drops blanks. A step whose best score is not finite is a blank,
/// because neither its best class nor its probability is defined.
/// </summary>
internal static class CtcDecoder
{
    /// <summary>Decodes one crop.</summary>
    /// <param name="logits">Per step <paramref name="classes"/> logits; the last class is the blank.</param>
    /// <param name="classes">Number of classes: the alphabet and the blank.</param>
    /// <param name="symbols">Cleared, then filled with the characters from left to right.</param>
    public static void Decode(ReadOnlySpan<float> logits, int classes, List<CtcSymbol> symbols)
    {
        symbols.Clear();
        var blank = classes - 1;
        var previous = blank;
        var minBlank = 1f;
        for (var step = 0; step < logits.Length / classes; step++)
        {
            var scores = logits.Slice(step * classes, classes);

            // TensorPrimitives.IndexOfMax is not used: version 10.0.0 returned 0 for most maxima of long spans (AVX-512).
            var highest = TensorPrimitives.Max(scores);
            var known = float.IsFinite(highest);
            var best = known ? scores.IndexOf(highest) : blank;
            var probability = known ? Probability(scores, highest) : 0;
            if (best == blank)
            {
                minBlank = Math.Min(minBlank, probability);
            }
            else
            {
                Close(symbols, minBlank);
                Add(symbols, best, step, probability, best == previous, minBlank);
                minBlank = 1;
            }

            previous = best;
        }

        Close(symbols, minBlank);
    }

    /// <summary>Stores the minimum blank probability since the last character.</summary>
    private static void Close(List<CtcSymbol> symbols, float minBlank)
    {
        if (minBlank < 1 && symbols.Count > 0)
        {
            ref var last = ref CollectionsMarshal.AsSpan(symbols)[^1];
            last = last with { BlankAfter = Math.Min(last.BlankAfter, minBlank) };
        }
    }

    private static void Add(List<CtcSymbol> symbols, int index, int step, float probability, bool repeats, float minBlank)
    {
        if (repeats)
        {
            ref var last = ref CollectionsMarshal.AsSpan(symbols)[^1];
            last = last with { LastStep = step, Probability = Math.Max(last.Probability, probability) };
        }
        else
        {
            symbols.Add(new CtcSymbol(index, step, step, probability) { BlankBefore = minBlank });
        }
    }

    /// <summary>Softmax of the best class: 1 / Σ exp(score − best).</summary>
    private static float Probability(ReadOnlySpan<float> scores, float best)
    {
        Span<float> shifted = scores.Length <= 512 ? stackalloc float[scores.Length] : new float[scores.Length];
        TensorPrimitives.Subtract(scores, best, shifted);
        TensorPrimitives.Exp(shifted, shifted);
        return 1 / TensorPrimitives.Sum<float>(shifted);
    }
}
