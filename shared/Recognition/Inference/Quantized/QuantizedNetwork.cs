using System.Collections.Concurrent;

namespace Ocr.Recognition.Inference.Quantized;

/// <summary>
/// A convolutional network of one input channel whose activations are bytes and whose weights are signed bytes, on one thread. Running is stateless: any
/// number of calls may run concurrently. See ADR 60.
/// </summary>
internal sealed unsafe class QuantizedNetwork : IDisposable
{
    private readonly NetworkPlan _plan;
    private readonly int _scratchBytes;
    private readonly ConcurrentBag<NativeBlock> _memory = [];

    /// <param name="plan">The layers.</param>
    public QuantizedNetwork(NetworkPlan plan)
    {
        _plan = plan;
        _scratchBytes = plan.Layers.Max(layer => layer.ScratchBytes);
    }

    /// <summary>Runs the network.</summary>
    /// <param name="input">[count, height, width].</param>
    /// <param name="count">Number of images, which are processed one after the other.</param>
    /// <param name="size">Height and width of an image.</param>
    /// <param name="output">The outputs of all images.</param>
    /// <exception cref="ArgumentException">The length of the input or of the output does not match.</exception>
    public void Run(ReadOnlySpan<float> input, int count, MapSize size, Span<float> output)
    {
        Span<MapSize> sizes = stackalloc MapSize[_plan.Maps.Count];
        var bytes = Measure(size, sizes);
        var (pixels, numbers) = (size.Height * size.Width, (int)_plan.Last.Length(sizes));
        if (input.Length != count * pixels || output.Length != count * numbers)
        {
            throw new ArgumentException($"{count} images of {size.Width} x {size.Height} have {count * pixels} values and {count * numbers} outputs.");
        }

        var memory = Rent(bytes);
        var maps = Place(sizes, memory.Pointer, out var scratch);
        fixed (float* from = input, to = output)
        {
            for (var i = 0; i < count; i++)
            {
                _plan.First.Run(from + ((long)i * pixels), size, scratch, maps[0]);
                foreach (var layer in _plan.Layers)
                {
                    layer.Run(maps, (byte*)scratch);
                }

                _plan.Last.Run(maps, scratch, to + ((long)i * numbers));
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

    /// <summary>Computes the size of each map, and returns the bytes that all maps and the scratch memory need.</summary>
    private int Measure(MapSize input, Span<MapSize> sizes)
    {
        sizes[0] = _plan.First.Size(input);
        foreach (var layer in _plan.Layers)
        {
            sizes[layer.Output] = layer.Size(sizes);
        }

        var bytes = CacheLine.RoundUp(Math.Max(_scratchBytes, Math.Max(_plan.First.ScratchBytes(input), _plan.Last.ScratchBytes(sizes))));
        for (var i = 0; i < sizes.Length; i++)
        {
            bytes += CacheLine.RoundUp(FeatureMap.Bytes(sizes[i], _plan.Maps[i].Channels));
        }

        return checked((int)bytes);
    }

    private FeatureMap[] Place(ReadOnlySpan<MapSize> sizes, byte* memory, out float* scratch)
    {
        var maps = new FeatureMap[sizes.Length];
        for (var i = 0; i < maps.Length; i++)
        {
            maps[i] = new FeatureMap(memory, sizes[i], _plan.Maps[i].Channels, _plan.Maps[i].Quantization);
            maps[i].ClearBorder();
            memory += CacheLine.RoundUp(FeatureMap.Bytes(sizes[i], _plan.Maps[i].Channels));
        }

        scratch = (float*)memory;
        return maps;
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
