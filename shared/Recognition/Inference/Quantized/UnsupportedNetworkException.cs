using System.Diagnostics.CodeAnalysis;

namespace Ocr.Recognition.Inference.Quantized;

/// <summary>A graph contains an operation, or a form of one, that has no layer in <see cref="QuantizedNetwork"/>.</summary>
/// <param name="what">The operation or the tensor.</param>
internal sealed class UnsupportedNetworkException(string what) : Exception($"The network has no quantized layer for {what}.")
{
    /// <exception cref="UnsupportedNetworkException"><paramref name="supported"/> is false.</exception>
    public static void ThrowUnless([DoesNotReturnIf(false)] bool supported, string what)
    {
        if (!supported)
        {
            throw new UnsupportedNetworkException(what);
        }
    }
}
