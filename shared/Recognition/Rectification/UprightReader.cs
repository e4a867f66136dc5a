using Ocr.Recognition.Detection;
using Ocr.Recognition.Transcription;

namespace Ocr.Recognition.Rectification;

/// <summary>
/// Reads a page however it lies. A page whose words read well is scanned and read once; only one that reads badly is tried on its head
/// or on its side.
/// </summary>
internal sealed class UprightReader(UprightScanner scanner, WordReader words)
{
    private readonly TurnJudge _judge = new(words);

    /// <summary>The words, in pixels of what <paramref name="view"/> shows afterwards.</summary>
    public List<Word> Read(PageView view, ReadingProfile profile, CancellationToken cancellationToken)
    {
        var found = ReadEitherWay(view, scanner.Scan(view, profile, cancellationToken), profile, cancellationToken);
        if (view.Turn is 90 or 270 || !TurnJudge.MayLieOnItsSide(found))
        {
            return found;
        }

        using var side = view.OnItsSide();
        var regions = scanner.ScanIfRows(side, profile, cancellationToken);
        var foundThere = regions.Count > 0 ? ReadEitherWay(side, regions, profile, cancellationToken) : [];
        view.Looks = side.Looks;
        if (TurnJudge.ReadableWords(foundThere) <= TurnJudge.ReadableWords(found))
        {
            return found;
        }

        view.Swap(side);
        return foundThere;
    }

    private List<Word> ReadEitherWay(PageView view, List<TextRegion> regions, ReadingProfile profile, CancellationToken cancellationToken)
    {
        // A page that lay on its side was turned one way of two; any other is only asked when it can hardly be read.
        var turned = view.Turn != 0;
        var found = turned ? [] : words.Read(view.Plane, regions, profile, cancellationToken);
        if ((turned || TurnJudge.MayStandOnItsHead(found)) && _judge.StandsOnItsHead(view.Plane, regions, cancellationToken))
        {
            view.TurnUpsideDown();
            regions = scanner.Rescan(view, Median.Of(regions.Select(region => region.Height)), profile, cancellationToken);
            turned = true;
        }

        return turned ? words.Read(view.Plane, regions, profile, cancellationToken) : found;
    }
}
