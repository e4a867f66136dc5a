using Ocr.Recognition.Imaging;
using Ocr.Recognition.Inference;
using Ocr.Recognition.TextRecognition;

namespace Ocr.Recognition.OnnxTr;

/// <summary>Reads boxes: crops the original pixels, splits wide crops into pieces, reads the pieces in batches, and joins their texts.</summary>
internal sealed class CropReader(OnnxTrModel model, OnnxTrRecognizer settings)
{
    // Bounds the memory of a batch: 1.5 MB of input and the network's activations.
    private const int MaxPieces = 32;

    private readonly InputWriter _writer = new(model, settings, symmetric: false);

    /// <summary>Reads every box that has pixels, in their order; a box in which nothing was read returns a word without text.</summary>
    public List<Word> Read(ColorPlane page, IReadOnlyList<RelativeBox> boxes, CancellationToken cancellationToken)
    {
        WordCrop[] crops = [.. boxes.Select(box => WordCrop.Of(box, page.Width, page.Height)).Where(crop => crop.Area.Area > 0)];
        SplitCrop[] splits = [.. crops.Select(crop => SplitCrop.Of(crop.Area))];
        PixelBox[] pieces = [.. splits.SelectMany(split => split.Pieces)];
        var read = new List<(string Text, float Confidence)>(pieces.Length);
        foreach (var batch in pieces.Chunk(model.BatchFor(MaxPieces)))
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

    private void Run(ColorPlane page, PixelBox[] pieces, List<(string Text, float Confidence)> read)
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
