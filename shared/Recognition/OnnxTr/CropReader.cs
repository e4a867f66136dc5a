using Ocr.Recognition.Imaging;
using Ocr.Recognition.Inference;
using Ocr.Recognition.Transcription;

namespace Ocr.Recognition.OnnxTr;

/// <summary>Boxes to words: crops from the original pixels, wide ones in pieces, read in batches, joined.</summary>
internal sealed class CropReader(OnnxTrModel model, OnnxTrRecognizer settings)
{
    // Bounds the memory of a batch: 1.5 MB of input, and what the network makes of it.
    private const int MostPieces = 32;

    private readonly InputWriter _writer = new(model, settings, symmetric: false);

    /// <summary>Reads every box that has pixels, in their order; a box in which nothing was read gives a word without text.</summary>
    public List<Word> Read(ColourPlane page, IReadOnlyList<RelativeBox> boxes, CancellationToken cancellationToken)
    {
        WordCrop[] crops = [.. boxes.Select(box => WordCrop.Of(box, page.Width, page.Height)).Where(crop => crop.Area.Area > 0)];
        SplitCrop[] splits = [.. crops.Select(crop => SplitCrop.Of(crop.Area))];
        PixelBox[] pieces = [.. splits.SelectMany(split => split.Pieces)];
        var read = new List<(string Text, float Confidence)>(pieces.Length);
        foreach (var batch in pieces.Chunk(model.BatchFor(MostPieces)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Run(page, batch, read);
        }

        var words = new List<Word>(crops.Length);
        var next = 0;
        for (var i = 0; i < crops.Length; i++)
        {
            var own = read.GetRange(next, splits[i].Pieces.Count);
            next += own.Count;
            var text = TextMerger.Merge([.. own.Select(piece => piece.Text)], splits[i].LastOverlap);
            words.Add(new Word(text, own.Average(piece => piece.Confidence), crops[i].Box));
        }

        return words;
    }

    private void Run(ColourPlane page, PixelBox[] pieces, List<(string Text, float Confidence)> read)
    {
        var batch = model.BatchFor(pieces.Length);
        using var input = new PooledFloats(batch * model.InputLength);
        using var output = new PooledFloats(batch * model.OutputLength);
        for (var i = 0; i < pieces.Length; i++)
        {
            _writer.Write(page, pieces[i], input.Span.Slice(i * model.InputLength, model.InputLength));
        }

        input.Span[(pieces.Length * model.InputLength)..].Clear();
        model.Run(input.Memory, output.Memory, batch);
        for (var i = 0; i < pieces.Length; i++)
        {
            read.Add(GreedyDecoder.Decode(output.Span.Slice(i * model.OutputLength, model.OutputLength), settings.Alphabet));
        }
    }
}
