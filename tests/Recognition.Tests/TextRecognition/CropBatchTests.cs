using CsCheck;
using Ocr.Recognition.Packs;
using Ocr.Recognition.TextRecognition;

namespace Ocr.Recognition.Tests.TextRecognition;

public sealed class CropBatchTests
{
    private static readonly RecognizerSettings Settings = TestPacks.Recognizer with { WidthBuckets = [32, 64, 128, 256], MaxWidth = 256 };

    [Fact]
    public void Every_crop_is_in_one_batch_that_holds_it() => Gen.Int[4, 256].Array[0, 60].Sample(widths =>
    {
        Crop[] crops = [.. widths.Select(width => new Crop(default, width))];
        var batches = CropBatch.Plan(crops, Settings);
        Assert.Equal(Enumerable.Range(0, crops.Length), batches.SelectMany(batch => batch.Members).Order());
        Assert.All(batches, batch => Assert.All(batch.Members, member =>
            Assert.Equal(Settings.WidthBuckets.First(bucket => bucket >= widths[member]), batch.Width)));
    });
}
