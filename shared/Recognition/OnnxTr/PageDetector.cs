using Ocr.Recognition.Imaging;
using Ocr.Recognition.Inference;

namespace Ocr.Recognition.OnnxTr;

/// <summary>Runs the detector once on the whole page.</summary>
internal sealed class PageDetector(OnnxTrModel model, OnnxTrDetector settings)
{
    private readonly InputWriter _writer = new(model, settings, symmetric: true);

    /// <summary>Returns boxes relative to the page's size.</summary>
    public List<RelativeBox> Detect(ColorPlane page)
    {
        var batch = model.BatchFor(1);
        using var input = new PooledFloats(batch * model.InputLength);
        using var output = new PooledFloats(batch * model.OutputLength);
        _writer.Write(page, new PixelBox(0, 0, page.Width, page.Height), input.Span[..model.InputLength]);
        input.Span[model.InputLength..].Clear();
        model.Run(input.Memory, output.Memory, batch);
        var boxes = BoxFinder.Find(output.Span[..model.OutputLength], model.Width, model.Height, settings);
        return [.. boxes.Select(box => box.WithoutPadding(page.Width, page.Height, model.Width, model.Height))];
    }
}
