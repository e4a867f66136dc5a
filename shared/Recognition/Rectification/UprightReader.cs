using Ocr.Recognition.Detection;
using Ocr.Recognition.TextRecognition;

namespace Ocr.Recognition.Rectification;

/// <summary>
/// Reads a page in any orientation. A page whose words read well is detected and read once; only one that reads badly is tried rotated by 180° or 90°.
/// </summary>
internal sealed class UprightReader(UprightScanner scanner, WordReader words, WordBudget budget)
{
    private readonly OrientationClassifier _classifier = new(words);

    /// <summary>Returns the words, in pixels of the final state of <paramref name="view"/>.</summary>
    /// <exception cref="ImageErrorException">There are more words than the limit.</exception>
    public List<Word> Read(PageView view, ReadingProfile profile, CancellationToken cancellationToken)
    {
        var found = ReadUpright(view, scanner.Scan(view, profile, cancellationToken), profile, cancellationToken);
        if (view.Turn is 90 or 270 || !OrientationClassifier.MayBeSideways(found))
        {
            return found;
        }

        using var side = view.RotatedClockwise();
        var regions = scanner.ScanIfRows(side, profile, cancellationToken);
        var foundThere = regions.Count > 0 ? ReadUpright(side, regions, profile, cancellationToken) : [];
        view.DetectionPasses = side.DetectionPasses;
        if (OrientationClassifier.ReadableWords(foundThere) <= OrientationClassifier.ReadableWords(found))
        {
            return found;
        }

        view.Swap(side);
        return foundThere;
    }

    private List<Word> ReadUpright(PageView view, List<TextRegion> regions, ReadingProfile profile, CancellationToken cancellationToken)
    {
        budget.Check(regions.Count);
        // A page that was rotated by 90° may be upside down. Any other page is checked only when it is hardly readable.
        var turned = view.Turn != 0;
        var found = turned ? [] : words.Read(view.Plane, regions, profile, cancellationToken);
        if ((turned || OrientationClassifier.MayBeUpsideDown(found)) && _classifier.IsUpsideDown(view.Plane, regions, cancellationToken))
        {
            view.TurnUpsideDown();
            regions = scanner.Rescan(view, Median.Of(regions.Select(region => region.Height)), profile, cancellationToken);
            turned = true;
        }

        return turned ? words.Read(view.Plane, regions, profile, cancellationToken) : found;
    }
}
