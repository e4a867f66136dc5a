using CsCheck;
using Ocr.Recognition.Imaging;
using Ocr.Recognition.OnnxTr;

namespace Ocr.Recognition.Tests.OnnxTr;

/// <summary>Properties that hold for any map, any text and any size.</summary>
public sealed class PropertyTests
{
    private static readonly OnnxTrDetector Settings = Fixtures.Load("plain").Settings.Detector;

    private static readonly Gen<float> Logit = Gen.Frequency(
        (8, Gen.Float[-4, 4]), (1, Gen.Const(float.NaN)), (1, Gen.Const(float.PositiveInfinity)), (1, Gen.Const(float.NegativeInfinity)));

    [Fact]
    public void Boxes_are_on_the_map_for_any_output() =>
        Gen.Select(Gen.Int[1, 40], Gen.Int[1, 40], Gen.Float[-4, 4]).SelectMany((w, h, bias) =>
            Logit.Array[w * h].Select(logits => (w, h, logits.Select(logit => logit + bias).ToArray()))).Sample((w, h, logits) =>
            BoxFinder.Find(logits, w, h, Settings).All(box =>
                box.X0 >= 0 && box.Y0 >= 0 && box.X0 < box.X1 && box.Y0 < box.Y1 && box.X1 <= 1 && box.Y1 <= 1
                && box.Score >= Settings.BoxThreshold && box.Score <= 1));

    [Fact]
    public void A_page_of_noise_has_a_bounded_number_of_boxes_the_surest()
    {
        const int Side = 240;
        var logits = new float[Side * Side];
        for (var i = 0; i < logits.Length; i++)
        {
            var (x, y) = (i % Side, i / Side);
            logits[i] = x % 5 < 3 && y % 5 < 3 ? 0.01f * x : -4; // 48 × 48 squares, with rising logits to the right
        }

        var boxes = BoxFinder.Find(logits, Side, Side, Settings);
        Assert.Equal(BoxFinder.MaxBoxes, boxes.Count);
        Assert.All(boxes, box => Assert.True(box.X0 > 0.5));
    }

    [Fact]
    public void Crops_are_on_the_page_for_any_box() =>
        Gen.Select(Gen.Double[0, 1], Gen.Double[0, 1], Gen.Double[0, 1], Gen.Double[0, 1], Gen.Int[1, 500], Gen.Int[1, 500])
            .Sample((x0, y0, x1, y1, w, h) =>
            {
                var box = new RelativeBox(Math.Min(x0, x1), Math.Min(y0, y1), Math.Max(x0, x1), Math.Max(y0, y1), 1);
                var crop = WordCrop.Of(box.WithoutPadding(w, h, 1024, 1024), w, h);
                return crop.Area.Area == 0 || (crop.Area.X0 >= 0 && crop.Area.Y0 >= 0 && crop.Area.X1 <= w && crop.Area.Y1 <= h
                    && crop.Box.X1 <= w && crop.Box.Y1 <= h && crop.Box.Area > 0);
            });

    [Fact]
    public void Pieces_cover_their_crop_and_overlap() => Gen.Select(Gen.Int[1, 3000], Gen.Int[1, 60]).Sample((w, h) =>
    {
        var pieces = SplitCrop.Of(new PixelBox(5, 7, 5 + w, 7 + h)).Pieces;
        return pieces[0].X0 == 5 && pieces[^1].X1 == 5 + w && pieces.Zip(pieces.Skip(1)).All(pair =>
            pair.First.X0 < pair.Second.X0 && pair.Second.X0 < pair.First.X1 && pair.First.Width == pair.Second.Width);
    });

    [Fact]
    public void Two_readings_never_gain_characters() =>
        Gen.Select(Gen.String[Gen.Char["01"], 0, 12], Gen.String[Gen.Char["01"], 0, 12], Gen.Double[0, 1]).Sample((a, b, overlap) =>
            TextMerger.Merge(a, b, overlap).Length <= a.Length + b.Length);

    [Fact]
    public void A_flat_page_stays_flat_at_every_size() =>
        Gen.Select(Gen.UInt, Gen.Int[1, 90], Gen.Int[1, 90], Gen.Int[1, 90], Gen.Int[1, 90]).Sample((color, w, h, toW, toH) =>
        {
            using var plane = new ColorPlane(w, h);
            plane.Pixels.Fill(color);
            var resized = new uint[toW * toH];
            BilinearResampler.Resize(plane, new PixelBox(0, 0, w, h), resized, toW, toH);
            return resized.All(pixel => (pixel & 0xFFFFFF) == (color & 0xFFFFFF));
        });
}
