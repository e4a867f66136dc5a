using System.Diagnostics;
using Ocr.Contracts;
using Ocr.Extractor.Decision;
using Ocr.Extractor.Engine;
using Ocr.Extractor.Rules;
using Ocr.ReceiptCli.Commands;
using Ocr.Recognition;

namespace Ocr.ReceiptCli;

/// <summary>Extracts fields from an image in this process, without the services.</summary>
internal sealed class Pipeline(IReceiptReader reader, ExtractionEngine engine, ReadingProfile profile) : IDisposable
{
    /// <summary>Name and version of the model pack.</summary>
    public string Model => reader.Model;

    /// <param name="pack">Folder of the model pack.</param>
    /// <param name="rules">Rule file.</param>
    /// <param name="profile">Trade-off between time and accuracy.</param>
    /// <param name="fields">Folder of the field model, or <c>off</c>.</param>
    /// <param name="policy">Decision policy; without it, receipts carry no decision.</param>
    public static Pipeline Open(string? pack, string? rules, ReadingProfile profile, string? fields = null, DecisionPolicy? policy = null)
    {
        var engine = new ExtractionEngine(RuleSet.Load(CommonOptions.RuleFile(rules)), CommonOptions.FieldModel(fields), policy);
        return new Pipeline(ReceiptReader.Create(CommonOptions.PackFolder(pack)), engine, profile);
    }

    /// <summary>Reads one image.</summary>
    /// <exception cref="ImageErrorException">It cannot be read.</exception>
    public Reading Read(byte[] image, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        return Extract(engine, reader.Model, reader.Read(image, profile, cancellation), clock);
    }

    /// <summary>Extracts the fields from words that were read earlier.</summary>
    public Reading Read(ReadPage page) => Extract(engine, reader.Model, page);

    /// <summary>Extracts the fields from words that were read earlier, with another engine.</summary>
    public static Reading Extract(ExtractionEngine engine, string model, ReadPage page) => Extract(engine, model, page, Stopwatch.StartNew());

    /// <summary>Converts the words to the engine's input.</summary>
    public static WordBox[] Words(ReadPage page) => [.. page.Words.Select(word =>
        new WordBox(word.Text, word.Confidence, word.Box.X0, word.Box.Y0, word.Box.X1, word.Box.Y1) { Digits = word.Digits })];

    /// <summary>Like <see cref="Read(byte[], CancellationToken)"/>; returns <see langword="null"/> when the image cannot be read, which scores all its fields as wrong.</summary>
    public Reading? TryRead(byte[] image, CancellationToken cancellation)
    {
        try
        {
            return Read(image, cancellation);
        }
        catch (ImageErrorException)
        {
            return null;
        }
    }

    private static Reading Extract(ExtractionEngine engine, string model, ReadPage page, Stopwatch clock) =>
        new(model, page, engine.Extract(Words(page), page.Width, page.Height), clock.Elapsed);

    public void Dispose() => reader.Dispose();
}
