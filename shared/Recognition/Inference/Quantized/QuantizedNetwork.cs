using System.Collections.Concurrent;
using System.Runtime.Intrinsics.X86;

namespace Ocr.Recognition.Inference.Quantized;

/// <summary>
/// A convolutional network of one input channel whose activations are bytes and whose weights are signed bytes, on one thread. Running is stateless: any
/// number of calls may run concurrently. See ADR 60 and ADR 61.
/// </summary>
internal sealed unsafe class QuantizedNetwork : IDisposable
{
    // Maps of images that run through the layers together: a layer reads its weights once for all of them. More would not stay in the cache.
    private const long GroupBytes = 1024 * 1024;

    private readonly NetworkPlan _plan;
    private readonly ConcurrentBag<NativeBlock> _memory = [];

    /// <param name="plan">The layers.</param>
    public QuantizedNetwork(NetworkPlan plan) => _plan = plan;

    /// <summary>Names of the instruction sets that the layers use.</summary>
    public static string InstructionSets => (AvxVnni.IsSupported, Avx512BW.IsSupported) switch
    {
        (true, true) => "AVX-VNNI and AVX-512",
        (true, false) => "AVX-VNNI",
        (false, true) => "AVX-512",
        _ => "AVX2",
    };

    /// <summary>Runs the network.</summary>
    /// <param name="input">[count, height, width].</param>
    /// <param name="count">Number of images.</param>
    /// <param name="size">Height and width of an image.</param>
    /// <param name="output">The outputs of all images.</param>
    /// <exception cref="ArgumentException">The length of the input or of the output does not match.</exception>
    public void Run(ReadOnlySpan<float> input, int count, MapSize size, Span<float> output)
    {
        Span<MapSize> sizes = stackalloc MapSize[_plan.Maps.Count];
        Measure(size, sizes);
        var (pixels, numbers) = (size.Height * size.Width, (int)_plan.Last.Length(sizes));
        if (input.Length != count * pixels || output.Length != count * numbers)
        {
            throw new ArgumentException($"{count} images of {size.Width} x {size.Height} have {count * pixels} values and {count * numbers} outputs.");
        }

        var (scratchBytes, mapBytes) = (ScratchBytes(size, sizes), MapBytes(sizes));
        var together = (int)Math.Clamp(GroupBytes / mapBytes, 1, count);
        var memory = Rent(checked((int)(scratchBytes + (together * mapBytes))));
        var images = Place(sizes, memory.Pointer + scratchBytes, together);
        fixed (float* from = input, to = output)
        {
            for (var i = 0; i < count; i += together)
            {
                var group = images.AsSpan(0, Math.Min(together, count - i));
                Run(group, from + ((long)i * pixels), pixels, size, memory.Pointer, to + ((long)i * numbers), numbers);
            }
        }

        // Pointers do not keep the memory of the layers alive.
        GC.KeepAlive(this);
        _memory.Add(memory);
    }

    /// <summary>Frees the memory of the runs. No run may be in progress.</summary>
    public void Dispose()
    {
        while (_memory.TryTake(out var block))
        {
            block.Dispose();
        }
    }

    private void Run(ReadOnlySpan<FeatureMap[]> group, float* input, int pixels, MapSize size, byte* scratch, float* output, int numbers)
    {
        for (var i = 0; i < group.Length; i++)
        {
            _plan.First.Run(input + ((long)i * pixels), size, (float*)scratch, group[i][0]);
        }

        foreach (var layer in _plan.Layers)
        {
            layer.Run(group, scratch);
        }

        for (var i = 0; i < group.Length; i++)
        {
            _plan.Last.Run(group[i], (float*)scratch, output + ((long)i * numbers));
        }
    }

    /// <summary>Computes the size of each map.</summary>
    private void Measure(MapSize input, Span<MapSize> sizes)
    {
        sizes[0] = _plan.First.Size(input);
        foreach (var layer in _plan.Layers)
        {
            sizes[layer.Output] = layer.Size(sizes);
        }
    }

    private long ScratchBytes(MapSize input, ReadOnlySpan<MapSize> sizes)
    {
        var bytes = Math.Max(_plan.First.ScratchBytes(input), _plan.Last.ScratchBytes(sizes));
        foreach (var layer in _plan.Layers)
        {
            bytes = Math.Max(bytes, layer.ScratchBytes);
        }

        return CacheLine.RoundUp(bytes);
    }

    private long MapBytes(ReadOnlySpan<MapSize> sizes)
    {
        var bytes = 0L;
        for (var i = 0; i < sizes.Length; i++)
        {
            bytes += CacheLine.RoundUp(FeatureMap.Bytes(sizes[i], _plan.Maps[i].Channels));
        }

        return bytes;
    }

    /// <summary>All maps of <paramref name="count"/> images.</summary>
    private FeatureMap[][] Place(ReadOnlySpan<MapSize> sizes, byte* memory, int count)
    {
        var images = new FeatureMap[count][];
        foreach (ref var maps in images.AsSpan())
        {
            maps = new FeatureMap[sizes.Length];
            for (var i = 0; i < maps.Length; i++)
            {
                maps[i] = new FeatureMap(memory, sizes[i], _plan.Maps[i].Channels, _plan.Maps[i].Quantization);
                maps[i].ClearBorder();
                memory += CacheLine.RoundUp(FeatureMap.Bytes(sizes[i], _plan.Maps[i].Channels));
            }
        }

        return images;
    }

    /// <summary>Returns the memory of an earlier run. One that is too small is replaced, so that there are as many blocks as concurrent runs.</summary>
    private NativeBlock Rent(int bytes)
    {
        if (_memory.TryTake(out var block) && block.Length >= bytes)
        {
            return block;
        }

        block?.Dispose();
        return new NativeBlock(bytes);
    }
}
