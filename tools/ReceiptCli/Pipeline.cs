using System.Diagnostics;
using Ocr.Contracts;
using Ocr.Extractor.Engine;
using Ocr.Extractor.Rules;
using Ocr.ReceiptCli.Commands;
using Ocr.Recognition;

namespace Ocr.ReceiptCli;

/// <summary>Image to fields in this process, without the services around it.</summary>
internal sealed class Pipeline(IReceiptReader reader, ExtractionEngine engine, ReadingProfile profile) : IDisposable
{
    /// <summary>Name and version of the model pack.</summary>
    public string Model => reader.Model;

    public static Pipeline Open(string? pack, string? rules, ReadingProfile profile)
    {
        var engine = new ExtractionEngine(RuleSet.Load(CommonOptions.RuleFile(rules)));
        return new Pipeline(ReceiptReader.Create(CommonOptions.PackFolder(pack)), engine, profile);
    }

    /// <summary>Reads one image.</summary>
    /// <exception cref="ImageFaultException">It cannot be read.</exception>
    public Reading Read(byte[] image, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        return Extract(reader.Read(image, profile, cancellation), clock);
    }

    /// <summary>The fields of words that were read earlier.</summary>
    public Reading Read(ReadPage page) => Extract(page, Stopwatch.StartNew());

    /// <summary>As <see cref="Read(byte[], CancellationToken)"/>; <see langword="null"/> when the image cannot be read, which costs the score all its fields.</summary>
    public Reading? TryRead(byte[] image, CancellationToken cancellation)
    {
        try
        {
            return Read(image, cancellation);
        }
        catch (ImageFaultException)
        {
            return null;
        }
    }

    private Reading Extract(ReadPage page, Stopwatch clock)
    {
        WordBox[] words = [.. page.Words.Select(word =>
            new WordBox(word.Text, word.Confidence, word.Box.X0, word.Box.Y0, word.Box.X1, word.Box.Y1) { Digits = word.Digits })];
        return new Reading(reader.Model, page, engine.Extract(words, page.Width, page.Height), clock.Elapsed);
    }

    public void Dispose() => reader.Dispose();
}
