using Ocr.Extractor.Layout;
using Ocr.ReceiptCli.Scoring;
using Ocr.Recognition;

namespace Ocr.ReceiptCli.Teaching;

/// <summary>A training image: its truth and its recognized words.</summary>
/// <param name="Truth">The truth.</param>
/// <param name="Read">Its words.</param>
/// <param name="Page">The words as rows and segments.</param>
internal sealed record TaughtReceipt(Truth Truth, ReadPage Read, Page Page)
{
    public static TaughtReceipt Of(Truth truth, ReadPage read) => new(truth, read, LayoutBuilder.Build(Pipeline.Words(read), read.Width, read.Height));

    /// <summary>Its rows without the status bar.</summary>
    public IEnumerable<Row> Rows => Page.Rows.Where(row => !row.IsStatusBar);
}

/// <summary>The place of a true value.</summary>
/// <param name="Receipt">The image.</param>
/// <param name="Field">The field.</param>
/// <param name="Grammar">The grammar that found it.</param>
/// <param name="Tokens">Its words.</param>
internal sealed record ValuePlace(TaughtReceipt Receipt, string Field, string Grammar, IReadOnlyList<Token> Tokens)
{
    public Row Row => Tokens[0].Segment.Row;

    public Box Box => Tokens.Select(token => token.Box).Aggregate((a, b) => a.Union(b));
}
