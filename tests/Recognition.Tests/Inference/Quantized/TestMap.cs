using Ocr.Recognition.Inference.Quantized;

namespace Ocr.Recognition.Tests.Inference.Quantized;

/// <summary>A feature map in its own memory.</summary>
internal sealed unsafe class TestMap
{
    private readonly PinnedBlock _memory;

    public TestMap(MapSize size, int channels, Quantization quantization)
    {
        _memory = new PinnedBlock((int)FeatureMap.Bytes(size, channels));

        // What a run before left there.
        new Span<byte>(_memory.Pointer, _memory.Length).Fill(77);
        Quantization = quantization;
        Map = new FeatureMap(_memory.Pointer, size, channels, quantization);
        Map.ClearBorder();
    }

    public FeatureMap Map { get; }

    public Quantization Quantization { get; }

    public int this[int y, int x, int channel]
    {
        get => Map.At(y, x)[channel];
        set => Map.At(y, x)[channel] = (byte)value;
    }

    /// <summary>The real number of a byte, 0 outside.</summary>
    public double Real(int y, int x, int channel) => y < 0 || x < 0 || y >= Map.Size.Height || x >= Map.Size.Width
        ? 0
        : Quantization.Scale * ((double)this[y, x, channel] - Quantization.ZeroPoint);

    /// <summary>Fills it with bytes of which about <paramref name="repeated"/> equal their left neighbor in all channels. The others are multiples of <paramref name="step"/>.</summary>
    public TestMap Fill(Random random, double repeated, int step = 1)
    {
        for (var y = 0; y < Map.Size.Height; y++)
        {
            for (var x = 0; x < Map.Size.Width; x++)
            {
                var repeats = x > 0 && random.NextDouble() < repeated;
                for (var channel = 0; channel < Map.Channels; channel++)
                {
                    this[y, x, channel] = repeats ? this[y, x - 1, channel] : step * random.Next((255 / step) + 1);
                }
            }
        }

        return this;
    }

    /// <summary>Asserts that every byte is the nearest one to a real number. At the middle between two bytes both are right.</summary>
    public void AssertNearest(Func<int, int, int, double> expected)
    {
        for (var y = 0; y < Map.Size.Height; y++)
        {
            for (var x = 0; x < Map.Size.Width; x++)
            {
                for (var channel = 0; channel < Map.Channels; channel++)
                {
                    var exact = Math.Clamp((expected(y, x, channel) / Quantization.Scale) + Quantization.ZeroPoint, 0, 255);
                    Assert.InRange(this[y, x, channel], exact - 0.501, exact + 0.501);
                }
            }
        }

        AssertBorder();
    }

    /// <summary>Asserts that all bytes are those of <paramref name="expected"/>.</summary>
    public void AssertEqual(TestMap expected)
    {
        for (var y = 0; y < Map.Size.Height; y++)
        {
            for (var x = 0; x < Map.Size.Width; x++)
            {
                Assert.Equal(new ReadOnlySpan<byte>(expected.Map.At(y, x), Map.Channels), new ReadOnlySpan<byte>(Map.At(y, x), Map.Channels));
            }
        }

        AssertBorder();
    }

    /// <summary>Asserts that the border is 0: the next layer reads it.</summary>
    private void AssertBorder()
    {
        for (var y = -1; y <= Map.Size.Height; y++)
        {
            for (var x = -1; x <= Map.Size.Width; x++)
            {
                if (y < 0 || x < 0 || y == Map.Size.Height || x == Map.Size.Width)
                {
                    Assert.Equal(Quantization.ZeroPoint, Map.At(y, x)[Map.Channels - 1]);
                }
            }
        }
    }
}
