using Ocr.Recognition.Detection;
using Ocr.Recognition.Imaging;
using Ocr.Recognition.Inference;
using Ocr.Recognition.Packs;

namespace Ocr.Recognition.Transcription;

/// <summary>Regions to words: crops from the original pixels, batches by width, CTC, words parted where a blank was read.</summary>
internal sealed class WordRecognizer(OnnxModel model, RecognizerSettings settings)
{
    /// <summary>Reads every region. A region may give no word, one, or several.</summary>
    /// <returns>Words in the order of their regions, left to right within one.</returns>
    public List<Word> Recognize(GreyPlane page, IReadOnlyList<TextRegion> regions, CancellationToken cancellationToken)
    {
        var crops = new Crop[regions.Count];
        for (var i = 0; i < crops.Length; i++)
        {
            crops[i] = Crop.Of(regions[i], page, settings);
        }

        var words = new List<Word>[regions.Count];
        foreach (var batch in CropBatch.Plan(crops, settings))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Run(page, regions, crops, batch, words);
        }

        return [.. words.SelectMany(found => found)];
    }

    private void Run(GreyPlane page, IReadOnlyList<TextRegion> regions, Crop[] crops, CropBatch batch, List<Word>[] words)
    {
        var (count, steps, classes) = (batch.Members.Count, batch.Width / settings.TimeStepPixels, settings.Alphabet.Count + 1);
        using var input = new PooledFloats(count * settings.Height * batch.Width);
        using var output = new PooledFloats(count * steps * classes);
        var plane = settings.Height * batch.Width;
        for (var i = 0; i < count; i++)
        {
            CropFiller.Fill(page, crops[batch.Members[i]], input.Span.Slice(i * plane, plane), batch.Width, settings);
        }

        model.Run(input.Memory, [count, 1, settings.Height, batch.Width], output.Memory, [count, steps, classes]);
        var symbols = new List<CtcSymbol>(steps);
        for (var i = 0; i < count; i++)
        {
            var member = batch.Members[i];
            CtcDecoder.Decode(output.Span.Slice(i * steps * classes, steps * classes), classes, symbols);
            words[member] = WordSplitter.Split(symbols, crops[member], regions[member], settings);
        }
    }
}
