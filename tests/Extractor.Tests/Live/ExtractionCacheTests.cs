using System.Text.Json;
using Ocr.Contracts;
using Ocr.Corpus;
using Ocr.Extractor.Live;
using Ocr.ServiceDefaults.Json;

namespace Ocr.Extractor.Tests.Live;

/// <summary>The cache never changes a result.</summary>
public sealed class ExtractionCacheTests
{
    private static readonly DateOnly Day = new(2025, 7, 11);

    public static TheoryData<string, Func<Page, Page>> OtherPages => new()
    {
        { "text", page => page.With(word => word with { Text = word.Text + "0" }) },
        { "confidence", page => page.With(word => word with { Confidence = MathF.BitDecrement(word.Confidence) }) },
        { "left", page => page.With(word => word with { X0 = word.X0 + 1 }) },
        { "top", page => page.With(word => word with { Y0 = word.Y0 + 1 }) },
        { "right", page => page.With(word => word with { X1 = word.X1 + 1 }) },
        { "bottom", page => page.With(word => word with { Y1 = word.Y1 + 1 }) },
        { "digits", page => page.With(word => word with { Digits = "1" }) },
        { "blank digits", page => page.With(word => word with { Digits = "" }) },
        { "a word less", page => page with { Words = [.. page.Words.Take(page.Words.Count - 1)] } },
        { "order", page => page with { Words = [.. page.Words.Reverse()] } },
        { "width", page => page with { Width = page.Width + 1 } },
        { "height", page => page with { Height = page.Height + 1 } },
        { "day", page => page with { Arrived = page.Arrived.AddDays(1) } },
    };

    [Fact]
    public void A_result_from_the_cache_is_the_result_of_rules_and_model()
    {
        foreach (var (sample, i) in Gallery.Corpus(seed: 4, ofEach: 2).Select((sample, i) => (sample, i)))
        {
            var page = Noisy(sample, i);
            var cache = new ExtractionCache(Shipped.WithModel);
            var expected = Json(Shipped.WithModel.Extract(page.Words, page.Width, page.Height, page.Arrived));

            var first = Read(cache, page);
            var second = Read(cache, page.Copy());

            Assert.Equal(expected, Json(first));
            Assert.Same(first, second);
        }
    }

    [Theory, MemberData(nameof(OtherPages))]
    public void A_page_that_differs_in_anything_is_another_page(string what, Func<Page, Page> change)
    {
        var cache = new ExtractionCache(Shipped.WithModel);
        var page = Noisy(Gallery.Make("bancamiga", 1), 1);
        var before = Read(cache, page);
        var other = change(page);

        Assert.True(!ReferenceEquals(before, Read(cache, other)), what);
        Assert.Equal(Json(Shipped.WithModel.Extract(other.Words, other.Width, other.Height, other.Arrived)), Json(Read(cache, other)));
        Assert.Same(before, Read(cache, page));
    }

    [Fact]
    public void Texts_of_neighboring_words_are_not_mixed_up()
    {
        var cache = new ExtractionCache(Shipped.Engine);
        var (one, two) = (new Page([Word("12", "3")], 10, 10, Day), new Page([Word("1", "23")], 10, 10, Day));

        Assert.NotSame(Read(cache, one), Read(cache, two));
        Assert.Equal("1", Read(cache, two).OriginalText);
    }

    [Fact]
    public void Other_rules_have_another_cache()
    {
        using var folder = new RuleFolder(mounted: false);
        var rules = new LiveRules(LiveText.Read(folder.Rules, folder.Banks, folder.Decision), TimeProvider.System, Shipped.Model);
        var page = Noisy(Gallery.Make("bancamiga", 1), 1);
        var before = Read(rules.Cache, page);
        Assert.Same(before, Read(rules.Cache, page));

        folder.Publish("9.9.9");
        Assert.Empty(rules.Replace(LiveText.Read(folder.Rules, folder.Banks, folder.Decision)));

        Assert.Equal("9.9.9", Read(rules.Cache, page).RulesVersion);
        Assert.Equal(Shipped.Rules.Version, before.RulesVersion);
    }

    [Fact]
    public void The_cache_keeps_a_limited_number_of_pages()
    {
        var cache = new ExtractionCache(Shipped.Engine);
        var first = Read(cache, Numbered(0));
        for (var number = 1; number < ExtractionCache.MinPages; number++)
        {
            Read(cache, Numbered(number));
        }

        Assert.Same(first, Read(cache, Numbered(0)));
        for (var number = 1; number <= 3 * ExtractionCache.MinPages; number++)
        {
            Read(cache, Numbered(number));
        }

        Assert.NotSame(first, Read(cache, Numbered(0)));
    }

    [Fact]
    public void A_page_that_is_used_again_stays_in_the_cache()
    {
        var cache = new ExtractionCache(Shipped.Engine);
        var first = Read(cache, Numbered(0));
        for (var number = 1; number <= 4 * ExtractionCache.MinPages; number++)
        {
            Read(cache, Numbered(number));
            if (number % 100 == 0)
            {
                Assert.Same(first, Read(cache, Numbered(0)));
            }
        }
    }

    [Fact]
    public void A_page_of_very_many_words_is_not_kept()
    {
        var cache = new ExtractionCache(Shipped.Engine);
        var page = new Page([.. Enumerable.Range(0, ExtractionCache.MaxWords + 1).Select(_ => Word("1", null))], 10, 10, Day);

        Assert.NotSame(Read(cache, page), Read(cache, page));
    }

    private static Page Noisy(Sample sample, int seed)
    {
        var read = Noise.Add(sample.Screen, seed);
        return new Page(read.Words, sample.Screen.Width, read.Height, Day);
    }

    private static Page Numbered(int number) => new([Word($"{number}", null)], 10, 10, Day);

    private static WordBox Word(string text, string? digits) => new(text, 0.9f, 0, 0, 5, 5) { Digits = digits };

    private static ExtractedReceipt Read(ExtractionCache cache, Page page) => cache.Extract(page.Words, page.Width, page.Height, page.Arrived);

    private static string Json(ExtractedReceipt receipt) => JsonSerializer.Serialize(receipt, OcrJson.Options);

    /// <summary>Everything that the fields depend on.</summary>
    public sealed record Page(IReadOnlyList<WordBox> Words, int Width, int Height, DateOnly Arrived)
    {
        public Page With(Func<WordBox, WordBox> change) => this with { Words = [.. Words.Take(3), change(Words[3]), .. Words.Skip(4)] };

        public Page Copy() => this with { Words = [.. Words.Select(word => word with { Text = new string(word.Text.AsSpan()) })] };
    }
}
