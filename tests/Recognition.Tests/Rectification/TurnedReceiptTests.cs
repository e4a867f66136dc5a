using SkiaSharp;

namespace Ocr.Recognition.Tests.Rectification;

/// <summary>Held-out receipts in other orientations, read with the shipped pack.</summary>
public sealed class TurnedReceiptTests : IDisposable
{
    // Share of the upright receipt's result; a few misread words are allowed.
    private const double MinShare = 0.9;
    private const int Count = 3;

    private readonly ReceiptReader _reader = ReceiptReader.Create(Repository.Pack);

    [Theory]
    [InlineData(90)]
    [InlineData(180)]
    [InlineData(270)]
    [InlineData(5)]
    [InlineData(-8)]
    [InlineData(93)]
    public void Reads_a_rotated_receipt_as_it_reads_the_upright_one(int degrees)
    {
        var (found, wanted) = (0, 0);
        foreach (var (image, _) in Receipts.Load(Count))
        {
            var upright = _reader.Read(image).Words.Select(word => word.Text).ToList();
            var page = _reader.Read(Positions.Rotated(image, degrees));
            var left = page.Words.CountBy(word => word.Text).ToDictionary();
            wanted += upright.Count;
            found += upright.Count(word => left.TryGetValue(word, out var more) && more > 0 && --left[word] >= 0);

            // The rotation back, within the tolerated 1° and the error of the fit where rows seem to converge.
            var turned = (page.Pose.Turn - page.Pose.Angle + degrees + 720 + 180) % 360;
            Assert.InRange(turned, 180 - 1.5, 180 + 1.5);
        }

        Assert.True(found >= MinShare * wanted, $"{found} of {wanted} words");
    }

    [Fact]
    public void Leaves_an_upright_receipt_as_it_is() => Assert.All(Receipts.Load(12), receipt =>
    {
        var page = _reader.Read(receipt.Image);
        Assert.True(page.Pose.IsImage, $"{page.Pose}");
        Assert.InRange(page.Pose.DetectionPasses, 1, 3);
    });

    [Fact]
    public void Reads_a_receipt_on_a_page_many_times_its_length()
    {
        var image = Receipts.Load(1).Single().Image;
        var upright = _reader.Read(image).Words.Select(word => word.Text).ToList();
        var found = _reader.Read(Positions.OnALongPage(image, 8)).Words.Select(word => word.Text).ToList();
        Assert.True(upright.Intersect(found).Count() >= MinShare * upright.Distinct().Count(), $"{found.Count} words for {upright.Count}");
    }

    public void Dispose() => _reader.Dispose();

    private static class Positions
    {
        public static byte[] Rotated(byte[] image, float degrees) => Draw(image, (width, height) =>
        {
            var turn = SKMatrix.CreateRotationDegrees(degrees);
            var bounds = turn.MapRect(new SKRect(0, 0, width, height));
            return (turn.PostConcat(SKMatrix.CreateTranslation(-bounds.Left, -bounds.Top)), new SKSizeI((int)bounds.Width, (int)bounds.Height));
        });

        public static byte[] OnALongPage(byte[] image, int times) => Draw(
            image, (width, height) => (SKMatrix.CreateTranslation(0, width * times / 2f), new SKSizeI(width, Math.Max(height * 2, width * times))));

        private static byte[] Draw(byte[] image, Func<int, int, (SKMatrix Map, SKSizeI Size)> place)
        {
            using var bitmap = SKBitmap.Decode(image);
            var (map, size) = place(bitmap.Width, bitmap.Height);
            using var page = new SKBitmap(size.Width, size.Height);
            using var canvas = new SKCanvas(page);
            canvas.Clear(bitmap.GetPixel(1, 1));
            canvas.SetMatrix(map);
            using var picture = SKImage.FromBitmap(bitmap);
            canvas.DrawImage(picture, 0, 0, new SKSamplingOptions(SKCubicResampler.Mitchell));
            canvas.Flush();
            return Pictures.Encode(page, SKEncodedImageFormat.Png);
        }
    }
}
