using CsCheck;
using Ocr.Recognition.Inference.Quantized;

namespace Ocr.Recognition.Tests.Inference.Quantized;

/// <summary>Each layer computes what its definition says, for every size, and with rows in which pixels repeat.</summary>
public sealed class LayerTests
{
    private static readonly Gen<(int Height, int Width, double Repeated, int Seed)> Cases =
        Gen.Select(Gen.Int[1, 7], Gen.Int[1, 40], Gen.OneOfConst(0, 0.9, 1), Gen.Int);

    [Fact]
    public void A_convolution_is_the_sum_of_the_products_in_its_window() => Gen.Select(Cases, Gen.OneOfConst(1, 3), Gen.OneOfConst(1, 3), Gen.Int[1, 2], Gen.Bool).Sample(
        (one, kernelHeight, kernelWidth, stride, positive) =>
        {
            var random = new Random(one.Seed);
            var input = new TestMap(new MapSize(one.Height, one.Width), 16, new Quantization(0.05f, 100)).Fill(random, one.Repeated);
            var source = TestConvolution.Random(random, outputs: 32, inputs: 16, kernelHeight, kernelWidth, stride, stride);
            var to = new Quantization(0.9f, positive ? (byte)0 : (byte)110);
            var layer = new Convolution(source, 0, input.Quantization, 1, to, positive);
            var output = new TestMap(layer.Size([input.Map.Size]), 32, to);
            Run(layer, input, output);
            output.AssertNearest((y, x, channel) => Math.Max(TestConvolution.Of(source, input, y, x, channel), positive ? 0 : double.MinValue));
        });

    [Fact]
    public void Winograds_algorithm_gives_the_bytes_of_the_convolution() => Gen.Select(Cases, Gen.OneOfConst(1, 3), Gen.Int[1, 2], Gen.OneOfConst(16, 48), Gen.Bool).Sample(
        (one, kernelHeight, strideY, inputs, extreme) =>
        {
            var random = new Random(one.Seed);
            var input = new TestMap(new MapSize(one.Height, one.Width), inputs, new Quantization(0.05f, 100)).Fill(random, one.Repeated, extreme ? 255 : 1);
            var source = TestConvolution.Random(random, outputs: 32, inputs, kernelHeight, kernelWidth: 3, strideY, strideX: 1);
            source = extreme ? source with { Weights = [.. source.Weights.Select((weight, i) => i / (kernelHeight * 3) % 2 == 0 ? weight < 0 ? sbyte.MinValue : sbyte.MaxValue : (sbyte)0)] } : source;
            var positive = one.Seed % 2 == 0;
            var to = new Quantization(extreme ? 9 : 0.9f, positive ? (byte)0 : (byte)110);
            Assert.True(WinogradShape.Supports(source));
            var (direct, fast) = (new Convolution(source, 0, input.Quantization, 1, to, positive), new WinogradConvolution(source, 0, input.Quantization, 1, to, positive));
            var (expected, output) = (new TestMap(direct.Size([input.Map.Size]), 32, to), new TestMap(fast.Size([input.Map.Size]), 32, to));
            Run(direct, input, expected);
            Run(fast, input, output);
            output.AssertEqual(expected);
        });

    // Their tiles are computed together, more than a batch holds.
    [Fact]
    public void Winograds_algorithm_keeps_the_images_of_a_group_apart() => Gen.Select(Cases, Gen.Int[2, 12], Gen.OneOfConst(1, 3)).Sample((one, count, kernelHeight) =>
    {
        var random = new Random(one.Seed);
        var (from, to) = (new Quantization(0.05f, 100), new Quantization(0.9f, 0));
        var source = TestConvolution.Random(random, outputs: 48, inputs: 16, kernelHeight, kernelWidth: 3, strideY: 1, strideX: 1);
        var (direct, fast) = (new Convolution(source, 0, from, 1, to, positive: true), new WinogradConvolution(source, 0, from, 1, to, positive: true));
        var size = new MapSize(one.Height, one.Width);
        TestMap[] inputs = [.. Enumerable.Range(0, count).Select(_ => new TestMap(size, 16, from).Fill(random, one.Repeated))];
        TestMap[] outputs = [.. inputs.Select(_ => new TestMap(size, 48, to))];
        Run(fast, [.. inputs.Zip(outputs, (input, output) => new[] { input, output })]);
        for (var i = 0; i < count; i++)
        {
            var expected = new TestMap(size, 48, to);
            Run(direct, inputs[i], expected);
            outputs[i].AssertEqual(expected);
        }
    });

    [Fact]
    public void Winograds_algorithm_needs_windows_three_columns_wide_and_outputs_that_fit()
    {
        var source = TestConvolution.Random(new Random(1), outputs: 16, inputs: 16, 3, 3, 1, 1);
        Assert.True(WinogradShape.Supports(source));
        Assert.False(WinogradShape.Supports(source with { StrideX = 2 }));
        Assert.False(WinogradShape.Supports(TestConvolution.Random(new Random(1), outputs: 16, inputs: 16, 3, 1, 1, 1)));
        var large = new ConvolutionSource(16, 1024, 1, 3, 1, 1, [.. Enumerable.Repeat((sbyte)64, 16 * 1024 * 3)], new int[16], new float[16]);
        Assert.False(WinogradShape.Supports(large));
    }

    [Fact]
    public unsafe void The_first_convolution_multiplies_real_numbers() => Gen.Select(Cases, Gen.OneOfConst(3, 5)).Sample((one, kernel) =>
    {
        var random = new Random(one.Seed);
        var size = new MapSize(one.Height, one.Width);
        float[] image = [.. Enumerable.Range(0, one.Height * one.Width).Select(_ => random.NextDouble() < one.Repeated ? 0.5f : (2 * random.NextSingle()) - 1)];
        var source = new RealConvolutionSource(
            16, kernel, 2, [.. Enumerable.Range(0, 16 * kernel * kernel).Select(_ => random.NextSingle() - 0.5f)], [.. Enumerable.Range(0, 16).Select(_ => random.NextSingle())]);
        var to = new Quantization(0.02f, 0);
        var layer = new InputConvolution(source, to, positive: true);
        var output = new TestMap(layer.Size(size), 16, to);
        var scratch = new PinnedBlock(layer.ScratchBytes(size));
        fixed (float* pixels = image)
        {
            layer.Run(pixels, size, (float*)scratch.Pointer, output.Map);
        }

        GC.KeepAlive(layer);
        GC.KeepAlive(scratch);

        output.AssertNearest((y, x, channel) => Math.Max(0, source.Bias[channel] + (
            from row in Enumerable.Range(0, kernel)
            from column in Enumerable.Range(0, kernel)
            let fromY = (2 * y) + row - (kernel / 2)
            let fromX = (2 * x) + column - (kernel / 2)
            where fromY >= 0 && fromY < one.Height && fromX >= 0 && fromX < one.Width
            select (double)source.Weights[(((channel * kernel) + row) * kernel) + column] * image[(fromY * one.Width) + fromX]).Sum()));
    });

    [Fact]
    public void An_upsampled_map_is_added_to_four_pixels() => Cases.Sample(one =>
    {
        var random = new Random(one.Seed);
        var small = new TestMap(new MapSize(one.Height, one.Width), 16, new Quantization(0.04f, 120)).Fill(random, one.Repeated);
        var large = new TestMap(new MapSize(2 * one.Height, 2 * one.Width), 16, new Quantization(0.03f, 90)).Fill(random, one.Repeated);
        var (between, to) = (new Quantization(0.05f, 130), new Quantization(0.06f, 125));
        var layer = new UpsampledSum(0, large.Quantization, 1, small.Quantization, between, 2, to);
        var output = new TestMap(layer.Size([large.Map.Size, small.Map.Size]), 16, to);
        Run(layer, large, small, output);
        double Rounded(double value) => between.Scale * (Math.Clamp(Math.Round(value / between.Scale) + between.ZeroPoint, 0, 255) - between.ZeroPoint);
        output.AssertNearest((y, x, channel) => large.Real(y, x, channel) + Rounded(small.Real(y / 2, x / 2, channel)));
    });

    [Fact]
    public void A_sum_of_maps_whose_sizes_do_not_match_is_refused()
    {
        var same = new Quantization(1, 0);
        var layer = new UpsampledSum(0, same, 1, same, same, 2, same);
        Assert.Throws<ArgumentException>(() => layer.Size([new MapSize(5, 4), new MapSize(2, 2)]));
    }

    [Fact]
    public void The_mean_over_the_height_leaves_one_row() => Cases.Sample(one =>
    {
        var random = new Random(one.Seed);
        var input = new TestMap(new MapSize(one.Height, one.Width), 32, new Quantization(0.05f, 7)).Fill(random, one.Repeated);
        var to = new Quantization(0.04f, 3);
        var layer = new HeightMean(0, input.Quantization, 1, to);
        var output = new TestMap(layer.Size([input.Map.Size]), 32, to);
        Run(layer, input, output);
        output.AssertNearest((_, x, channel) => Enumerable.Range(0, one.Height).Average(y => input.Real(y, x, channel)));
    });

    [Fact]
    public unsafe void The_last_convolution_gives_real_numbers_pixel_by_pixel_or_as_cells() => Gen.Select(Cases, Gen.Bool).Sample((one, cells) =>
    {
        var random = new Random(one.Seed);
        var width = cells ? 4 * one.Width : one.Width;
        var input = new TestMap(new MapSize(one.Height, width), 16, new Quantization(0.05f, 100)).Fill(random, one.Repeated);
        var outputs = cells ? 4 : 16;
        var source = TestConvolution.Random(random, outputs, inputs: 16, 3, 3, 1, 1);
        var layer = new OutputConvolution(source, 0, input.Quantization, cells);
        MapSize[] sizes = [input.Map.Size];
        var output = new float[layer.Length(sizes)];
        var scratch = new PinnedBlock(layer.ScratchBytes(sizes));
        fixed (float* numbers = output)
        {
            layer.Run([input.Map], (float*)scratch.Pointer, numbers);
        }

        GC.KeepAlive(layer);
        GC.KeepAlive(scratch);

        for (var i = 0; i < output.Length; i++)
        {
            var (pixel, channel) = cells ? ((i / (2 * width) / 2 * width) + (i % (2 * width) / 2), (2 * (i / (2 * width) % 2)) + (i % 2)) : (i / outputs, i % outputs);
            Assert.Equal(TestConvolution.Of(source, input, pixel / width, pixel % width, channel), output[i], 0.01);
        }
    });

    private static void Run(Layer layer, params TestMap[] maps) => Run(layer, [maps]);

    /// <summary>Runs a layer on the maps of each image. The layer and the maps have memory to which only pointers lead while it runs.</summary>
    private static unsafe void Run(Layer layer, TestMap[][] images)
    {
        var scratch = new PinnedBlock(layer.ScratchBytes);
        layer.Run(images.Select(maps => maps.Select(map => map.Map).ToArray()).ToArray(), scratch.Pointer);
        GC.KeepAlive(scratch);
        GC.KeepAlive(layer);
        GC.KeepAlive(images);
    }
}
