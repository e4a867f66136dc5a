using Ocr.Contracts;
using Ocr.Extractor.Tests.Screens;

namespace Ocr.Extractor.Tests;

/// <summary>Receipts as OCR leaves them: glued and split words, misread digits, lost accents, words off their line.</summary>
public sealed class NoiseTests
{
    private const int Receipts = 30;
    private const double Least = 0.95;

    [Fact]
    public void Most_fields_survive_the_noise_of_OCR_and_no_wrong_amount_or_reference_is_trusted()
    {
        int right = 0, all = 0;
        foreach (var layout in Gallery.Layouts.Keys)
        {
            for (var seed = 100; seed < 100 + Receipts; seed++)
            {
                var sample = Gallery.Make(layout, seed);
                var fields = Shipped.Engine.Extract([.. Noise.Add(sample.Screen.Words, seed)], sample.Screen.Width, sample.Screen.Height).Fields;
                foreach (var key in FieldKeys.All)
                {
                    all++;
                    right += fields[key].Value == sample.Expected(key) ? 1 : 0;
                    var isKey = key is FieldKeys.Monto or FieldKeys.Referencia && fields[key].Value is not "";
                    Assert.False(isKey && fields[key].Value != sample.Expected(key) && fields[key].Confidence >= 0.9, $"{layout} {seed} {key}: {fields[key]}");
                }
            }
        }

        Assert.True(right >= Least * all, $"{right} of {all} fields are right");
    }
}
