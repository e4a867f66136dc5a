using System.Runtime.InteropServices;
using Ocr.Recognition.Detection;
using Ocr.Recognition.Imaging;
using Ocr.Recognition.Inference;
using Ocr.Recognition.Packs;

namespace Ocr.Recognition.TextRecognition;

/// <summary>Reads regions with one recognizer: crops the original pixels, batches crops by width, decodes with CTC, and splits words at blanks.</summary>
internal sealed class WordRecognizer(INetwork model, RecognizerSettings settings)
{
    private readonly DigitReading _digits = new(settings);
    private readonly LetterCase _letterCase = new(settings);
    private readonly LetterHook _letterHook = new(settings);
    private readonly EvidenceCollector _evidence = new(settings);

    /// <summary>Reads every region.</summary>
    /// <returns>The words of each region, left to right: none, one, or several.</returns>
    public IReadOnlyList<Word>[] Read(GrayPlane page, IReadOnlyList<TextRegion> regions, TestTimeAugmentation view, CancellationToken cancellationToken)
    {
        var crops = new Crop[regions.Count];
        for (var i = 0; i < crops.Length; i++)
        {
            crops[i] = Crop.Of(regions[i], page, settings, view);
        }

        var words = new IReadOnlyList<Word>[regions.Count];
        foreach (var batch in CropBatch.Plan(crops, settings))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Run(page, regions, crops, batch, view, words);
        }

        return words;
    }

    private void Run(GrayPlane page, IReadOnlyList<TextRegion> regions, Crop[] crops, CropBatch batch, TestTimeAugmentation view, IReadOnlyList<Word>[] words)
    {
        var (count, steps, classes) = (batch.Members.Count, batch.Width / settings.TimeStepPixels, settings.Alphabet.Count + 1);
        using var input = new PooledFloats(count * settings.Height * batch.Width);
        using var output = new PooledFloats(count * steps * classes);
        var plane = settings.Height * batch.Width;
        var tones = new CropTone[count];
        for (var i = 0; i < count; i++)
        {
            var tensor = input.Span.Slice(i * plane, plane);
            tones[i] = CropFiller.Fill(page, crops[batch.Members[i]], tensor, batch.Width, settings, view.Inverted);
        }

        model.Run(input.Memory, [count, 1, settings.Height, batch.Width], output.Memory, [count, steps, classes]);
        var symbols = new List<CtcSymbol>(steps);
        for (var i = 0; i < count; i++)
        {
            var member = batch.Members[i];
            var logits = output.Memory.Slice(i * steps * classes, steps * classes);
            CtcDecoder.Decode(logits.Span, classes, symbols);
            var crop = input.Span.Slice(i * plane, plane);
            _letterCase.Correct(CollectionsMarshal.AsSpan(symbols), crop, batch.Width, crops[member].Width);
            _letterHook.Correct(CollectionsMarshal.AsSpan(symbols), crop, batch.Width, crops[member].Width);
            var read = WordSplitter.Split(
                symbols, crops[member], regions[member], settings, word => _digits.Of(logits.Span, classes, word));
            _evidence.AddTo(read, CollectionsMarshal.AsSpan(symbols), regions[member], tones[i]);
            words[member] = read;
        }
    }
}
