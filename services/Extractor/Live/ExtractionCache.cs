using Ocr.Contracts;
using Ocr.Extractor.Engine;

namespace Ocr.Extractor.Live;

/// <summary>
/// Keeps the results of the last different pages of one engine: the same words on the same day always have the same fields (docs/adr/0028). Other rules
/// are another engine with a separate cache. Thread-safe.
/// </summary>
/// <param name="engine">Extracts the fields of pages that are not in the cache.</param>
internal sealed class ExtractionCache(ExtractionEngine engine)
{
    /// <summary>Number of pages that are kept at least; at most twice as many are.</summary>
    public const int MinPages = 500;

    /// <summary>Maximum number of words of a page that is kept, so that the memory is bounded. Receipts have fewer than 100.</summary>
    public const int MaxWords = 300;

    private readonly Lock _lock = new();
    private Dictionary<PageKey, ExtractedReceipt> _recent = [];
    private Dictionary<PageKey, ExtractedReceipt> _older = [];

    /// <summary>See <see cref="ExtractionEngine.Extract"/>.</summary>
    public ExtractedReceipt Extract(IReadOnlyList<WordBox> words, int imageWidth, int imageHeight, DateOnly arrived)
    {
        if (words.Count > MaxWords)
        {
            return engine.Extract(words, imageWidth, imageHeight, arrived);
        }

        var key = PageKey.Of(words, imageWidth, imageHeight, arrived);
        if (Find(key) is { } known)
        {
            return known;
        }

        var receipt = engine.Extract(words, imageWidth, imageHeight, arrived);
        Keep(key, receipt);
        return receipt;
    }

    private ExtractedReceipt? Find(PageKey key)
    {
        lock (_lock)
        {
            if (_recent.TryGetValue(key, out var receipt))
            {
                return receipt;
            }

            if (_older.TryGetValue(key, out receipt))
            {
                Add(key, receipt);
            }

            return receipt;
        }
    }

    private void Keep(PageKey key, ExtractedReceipt receipt)
    {
        lock (_lock)
        {
            Add(key, receipt);
        }
    }

    private void Add(PageKey key, ExtractedReceipt receipt)
    {
        if (_recent.Count >= MinPages)
        {
            (_older, _recent) = (_recent, []);
        }

        _recent[key] = receipt;
    }
}
