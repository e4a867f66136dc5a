using Ocr.Recognition.Detection;
using Ocr.Recognition.Imaging;
using Ocr.Recognition.Inference;
using Ocr.Recognition.Packs;

namespace Ocr.Recognition.TextRecognition;

/// <summary>Reads regions with the recognizers of a pack, as the profile requires.</summary>
internal sealed class WordReader
{
    // Nearly 90 % of the words of held-out pages, half of them degraded, have a higher confidence; 0.3 % of these are wrong.
    private const float Doubtful = 0.97f;

    private readonly WordRecognizer _recognizer;
    private readonly WordRecognizer? _fast;
    private readonly double _readAgainBelow;

    public WordReader(PackModels models, PackManifest manifest)
    {
        _recognizer = new WordRecognizer(models.Recognizer, manifest.Recognizer);
        if (models.FastRecognizer is { } model && manifest.FastRecognizer is { } settings)
        {
            _fast = new WordRecognizer(model, settings);
            _readAgainBelow = settings.ReadAgainBelow;
        }
    }

    /// <summary>
    /// Reads every region. In the fast profile the light recognizer reads first, and the other one rereads doubtful regions. In the thorough profile
    /// doubtful regions are reread with test-time augmentation.
    /// </summary>
    /// <returns>Words in the order of their regions, left to right within one.</returns>
    public List<Word> Read(GrayPlane page, IReadOnlyList<TextRegion> regions, ReadingProfile profile, CancellationToken cancellationToken)
    {
        regions = BandEnds.Extend(page, regions);
        var first = profile == ReadingProfile.Fast && _fast is not null ? _fast : _recognizer;
        var words = first.Read(page, regions, TestTimeAugmentation.Plain, cancellationToken);
        if (profile == ReadingProfile.Fast && _fast is not null)
        {
            ReadAgain(page, regions, words, FastLimit, [TestTimeAugmentation.Plain], keepFirst: false, cancellationToken);
        }
        else if (profile == ReadingProfile.Thorough)
        {
            ReadAgain(page, regions, words, _ => Doubtful, TestTimeAugmentation.Others, keepFirst: true, cancellationToken);
        }

        return [.. words.SelectMany(found => found)];
    }

    /// <summary>
    /// Confidence below which the fast profile reads a word again. Words without digits have a lower one: between both limits the other recognizer corrects
    /// as many of them as it spoils (14 and 14 of 12,197 words of 13 calibration sets), and they are 15 % of all words.
    /// </summary>
    private double FastLimit(Word word) => word.Text.Any(char.IsAsciiDigit) ? _readAgainBelow : Math.Min(_readAgainBelow, Doubtful);

    private void ReadAgain(
        GrayPlane page, IReadOnlyList<TextRegion> regions, IReadOnlyList<Word>[] words, Func<Word, double> limit, IReadOnlyList<TestTimeAugmentation> views,
        bool keepFirst, CancellationToken cancellationToken)
    {
        int[] doubtful = [.. Enumerable.Range(0, words.Length).Where(i => words[i].Count == 0 || words[i].Any(word => word.Confidence < limit(word)))];
        if (doubtful.Length == 0)
        {
            return;
        }

        TextRegion[] again = [.. doubtful.Select(i => regions[i])];
        var readings = views.Select(view => _recognizer.Read(page, again, view, cancellationToken)).ToList();
        for (var i = 0; i < doubtful.Length; i++)
        {
            IReadOnlyList<Word>[] candidates = [words[doubtful[i]], .. readings.Select(reading => reading[i])];
            var chosen = ReadingVote.Choose(keepFirst ? candidates : candidates.Skip(1));
            var agreeing = candidates.Count(reading => ReadingVote.TextOf(reading) == ReadingVote.TextOf(chosen));
            words[doubtful[i]] = [.. chosen.Select(word => word with
            {
                Evidence = word.Evidence is { } evidence ? evidence with { Readings = candidates.Length, Agreeing = agreeing } : null,
            })];
        }
    }
}
