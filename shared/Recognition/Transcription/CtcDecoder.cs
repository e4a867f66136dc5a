using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace Ocr.Recognition.Transcription;

/// <summary>
/// Greedy CTC: the best class of each step, repeats collapsed, blanks dropped. A step whose best score is no finite number is a blank:
/// it has no best class, and its probability would be no number either.
/// </summary>
internal static class CtcDecoder
{
    /// <summary>Decodes one crop.</summary>
    /// <param name="logits">Steps of <paramref name="classes"/> logits; the last class is the blank.</param>
    /// <param name="classes">Characters of the alphabet and the blank.</param>
    /// <param name="symbols">Cleared, then filled with the characters from left to right.</param>
    public static void Decode(ReadOnlySpan<float> logits, int classes, List<CtcSymbol> symbols)
    {
        symbols.Clear();
        var blank = classes - 1;
        var previous = blank;
        var leastBlank = 1f;
        for (var step = 0; step < logits.Length / classes; step++)
        {
            var scores = logits.Slice(step * classes, classes);

            // Not TensorPrimitives.IndexOfMax: version 10.0.0 was seen to answer 0 for most maxima of long spans (AVX-512).
            var highest = TensorPrimitives.Max(scores);
            var known = float.IsFinite(highest);
            var best = known ? scores.IndexOf(highest) : blank;
            var probability = known ? Probability(scores, highest) : 0;
            if (best == blank)
            {
                leastBlank = Math.Min(leastBlank, probability);
            }
            else
            {
                Close(symbols, leastBlank);
                Add(symbols, best, step, probability, best == previous, leastBlank);
                leastBlank = 1;
            }

            previous = best;
        }

        Close(symbols, leastBlank);
    }

    /// <summary>The blank steps since the last character are over.</summary>
    private static void Close(List<CtcSymbol> symbols, float leastBlank)
    {
        if (leastBlank < 1 && symbols.Count > 0)
        {
            ref var last = ref CollectionsMarshal.AsSpan(symbols)[^1];
            last = last with { BlankAfter = Math.Min(last.BlankAfter, leastBlank) };
        }
    }

    private static void Add(List<CtcSymbol> symbols, int index, int step, float probability, bool repeats, float leastBlank)
    {
        if (repeats)
        {
            ref var last = ref CollectionsMarshal.AsSpan(symbols)[^1];
            last = last with { LastStep = step, Probability = Math.Max(last.Probability, probability) };
        }
        else
        {
            symbols.Add(new CtcSymbol(index, step, step, probability) { BlankBefore = leastBlank });
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
