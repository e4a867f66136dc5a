using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Ocr.Recognition.Inference.Quantized;

/// <summary>Rounds real numbers, in units of the scale of a feature map, to its bytes (ONNX, QuantizeLinear: half to even, saturating).</summary>
/// <param name="zeroPoint">The byte that means 0.</param>
/// <param name="positive">Whether negative numbers become 0 (Relu).</param>
internal readonly unsafe struct Requantizer(byte zeroPoint, bool positive)
{
    private readonly Vector128<short> _zero = Vector128.Create((short)zeroPoint);
    private readonly Vector128<byte> _least = Vector128.Create(positive ? zeroPoint : (byte)0);

    /// <summary>Stores 16 numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(byte* to, Vector256<float> low, Vector256<float> high)
    {
        // Packing works within halves of a vector, so that the second and third quarter are in the wrong order.
        var words = Avx2.Permute4x64(Avx2.PackSignedSaturate(Avx.ConvertToVector256Int32(low), Avx.ConvertToVector256Int32(high)).AsInt64(), 0b11_01_10_00).AsInt16();
        var bytes = Sse2.PackUnsignedSaturate(Sse2.AddSaturate(words.GetLower(), _zero), Sse2.AddSaturate(words.GetUpper(), _zero));
        Vector128.Max(bytes, _least).Store(to);
    }
}
