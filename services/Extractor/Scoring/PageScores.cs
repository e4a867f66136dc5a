using System.Runtime.CompilerServices;
using Ocr.Extractor.Layout;

namespace Ocr.Extractor.Scoring;

/// <summary>The model's probabilities for one page, 0–1.</summary>
internal sealed class PageScores(float[] tags, float[] states, float[] kinds, double two, FieldPack pack)
{
    private readonly int _tagCount = pack.Tags.Count;

    /// <summary>Number of scored tokens; further tokens of a longer page belong to no field.</summary>
    public int Count => tags.Length / _tagCount;

    /// <summary>Calibrates a field's confidence.</summary>
    public double Calibrate(string field, double confidence) => pack.Calibrate(field, confidence);

    /// <summary>Probability that the picture shows more than one payment.</summary>
    public double Two { get; } = two;

    /// <summary>Probability that the page is a receipt of a payment.</summary>
    public double Receipt => kinds[0];

    /// <summary>The most likely kind of page other than a receipt.</summary>
    public string OtherKind => pack.Kinds[1 + IndexOfMax(kinds.AsSpan(1))];

    /// <summary>The most likely state with its probability.</summary>
    public (string State, double Probability) State
    {
        get
        {
            var best = IndexOfMax(states);
            return (pack.States[best], states[best]);
        }
    }

    /// <summary>Probability that a token is a kind of value, 0–1.</summary>
    public float this[Token token, FieldTag tag] => token.Order < Count ? tags[(token.Order * _tagCount) + (int)tag] : 0;

    /// <summary>Whether a token overlays or surrounds the receipt, or belongs to another one.</summary>
    /// <param name="token">The token.</param>
    /// <param name="hasTwo">Whether the picture shows two receipts. Otherwise its tags of a second one are ignored.</param>
    public bool IsForeign(Token token, bool hasTwo) => this[token, FieldTag.Foreign] + (hasTwo ? this[token, FieldTag.SecondReceipt] : 0) >= 0.5f;

    /// <summary>Returns the softmax of each row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float[] Softmax(ReadOnlySpan<float> logits, int width, double temperature)
    {
        var result = new float[logits.Length];
        for (var start = 0; start < logits.Length; start += width)
        {
            var row = logits.Slice(start, width);
            var max = row[IndexOfMax(row)];
            var sum = 0.0;
            for (var i = 0; i < width; i++)
            {
                sum += result[start + i] = (float)Math.Exp((row[i] - max) / temperature);
            }

            for (var i = 0; i < width; i++)
            {
                result[start + i] = (float)(result[start + i] / sum);
            }
        }

        return result;
    }

    private static int IndexOfMax(ReadOnlySpan<float> values)
    {
        var best = 0;
        for (var i = 1; i < values.Length; i++)
        {
            best = values[i] > values[best] ? i : best;
        }

        return best;
    }
}
