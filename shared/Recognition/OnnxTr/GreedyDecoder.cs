using System.Numerics.Tensors;
using System.Text;

namespace Ocr.Recognition.OnnxTr;

/// <summary>
/// Greedy CTC with docTR's confidence: the least sure of all time steps, the blank ones included. A step without a finite best score is a
/// blank of no confidence.
/// </summary>
internal static class GreedyDecoder
{
    /// <summary>Decodes one piece.</summary>
    /// <param name="logits">Steps of as many logits as the alphabet has characters, and one for the blank, which is the last.</param>
    /// <param name="alphabet">One character a class.</param>
    /// <returns>The text, which may be empty, and its confidence, 0–1.</returns>
    public static (string Text, float Confidence) Decode(ReadOnlySpan<float> logits, IReadOnlyList<string> alphabet)
    {
        var (classes, blank) = (alphabet.Count + 1, alphabet.Count);
        var text = new StringBuilder();
        var confidence = 1f;
        Span<float> shifted = classes <= 512 ? stackalloc float[classes] : new float[classes];
        for (int start = 0, previous = blank; start < logits.Length; start += classes)
        {
            // Not TensorPrimitives.IndexOfMax: see Transcription.CtcDecoder.
            var scores = logits.Slice(start, classes);
            var highest = TensorPrimitives.Max(scores);
            var known = float.IsFinite(highest);
            var best = known ? scores.IndexOf(highest) : blank;
            if (best != blank && best != previous)
            {
                text.Append(alphabet[best]);
            }

            previous = best;
            TensorPrimitives.Subtract(scores, highest, shifted);
            TensorPrimitives.Exp(shifted, shifted);
            confidence = Math.Min(confidence, known ? 1 / TensorPrimitives.Sum<float>(shifted) : 0);
        }

        return (text.ToString(), confidence);
    }
}
