using Ocr.Corpus;

namespace Ocr.Extractor.Tests;

/// <summary>Every layout of the corpus, for theories.</summary>
public static class Layouts
{
    public static TheoryData<string> Names => [.. Gallery.Layouts.Keys];
}
