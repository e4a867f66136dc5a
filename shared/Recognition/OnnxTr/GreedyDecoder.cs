using System.Numerics.Tensors;
using System.Text;

namespace Ocr.Recognition.OnnxTr;

/// <summary>
/// Greedy CTC with docTR's confidence: the minimum over all time steps, including the blank ones. A step without a finite best score is a
/// blank of confidence 0.
/// </summary>
internal static class GreedyDecoder
{
    /// <summary>Decodes one piece.</summary>
    /// <param name="logits">Per time step one logit per character of the alphabet, followed by the blank's.</param>
    /// <param name="alphabet">One character per class.</param>
    /// <returns>The text, which may be empty, and its confidence, 0–1.</returns>
    public static (string Text, float Confidence) Decode(ReadOnlySpan<float> logits, IReadOnlyList<string> alphabet)
    {
        var (classes, blank) = (alphabet.Count + 1, alphabet.Count);
        var text = new StringBuilder();
        var confidence = 1f;
        Span<float> shifted = classes <= 512 ? stackalloc float[classes] : new float[classes];
        for (int start = 0, previous = blank; start < logits.Length; start += classes)
        {
            // TensorPrimitives.IndexOfMax is not used: see TextRecognition.CtcDecoder.
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
