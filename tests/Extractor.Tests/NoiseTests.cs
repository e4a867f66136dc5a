using Ocr.Contracts;
using Ocr.Corpus;

namespace Ocr.Extractor.Tests;

/// <summary>Receipts with reading errors: misread letters and digits, merged, split and lost words, cropped edges and headers.</summary>
public sealed class NoiseTests
{
    private const int Seed = 1;
    private const int OfEach = 20;
    private const double MinShare = 0.95;

    [Fact]
    public void Most_fields_survive_the_noise_of_OCR_and_no_wrong_amount_or_reference_is_trusted()
    {
        int right = 0, all = 0;
        foreach (var (sample, i) in Gallery.Corpus(Seed, OfEach).Select((sample, i) => (sample, i)))
        {
            var read = Noise.Add(sample.Screen, i);
            var fields = Shipped.Engine.Extract(read.Words, sample.Screen.Width, read.Height).Fields;
            foreach (var key in FieldKeys.All)
            {
                var expected = read.Expected(sample, key);
                all++;
                right += fields[key].Value == expected ? 1 : 0;
                var isKey = key is FieldKeys.Monto or FieldKeys.Referencia && fields[key].Value is not "";
                Assert.False(isKey && fields[key].Value != expected && fields[key].Confidence >= 0.9, $"{sample.Layout} {i} {key}: {fields[key]}");
            }
        }

        Assert.True(right >= MinShare * all, $"{right} of {all} fields are right");
    }
}
