using System.Runtime.Intrinsics.X86;

namespace Ocr.Recognition.Inference;

/// <summary>Processor features for which .NET has no property.</summary>
internal static class Processor
{
    private const int ExtendedFeatures = 7;
    private const int Avx512Vnni = 1 << 11;
    private const int AvxVnni = 1 << 4;

    /// <summary>
    /// Whether the processor sums products of bytes in 32 bits (VNNI; CPUID leaf 7, ECX bit 11 of subleaf 0 or EAX bit 4 of subleaf 1). Always
    /// <see langword="true"/> on processors that are not x86, whose int8 kernels do not saturate.
    /// </summary>
    public static bool MultipliesBytes { get; } = !X86Base.IsSupported || HasVnni();

    private static bool HasVnni()
    {
        if (X86Base.CpuId(0, 0).Eax < ExtendedFeatures)
        {
            return false;
        }

        var first = X86Base.CpuId(ExtendedFeatures, 0);
        return (first.Ecx & Avx512Vnni) != 0 || (first.Eax >= 1 && (X86Base.CpuId(ExtendedFeatures, 1).Eax & AvxVnni) != 0);
    }
}
