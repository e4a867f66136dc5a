using System.Globalization;

namespace Ocr.Recognition.OnnxTr;

/// <summary>The two graphs of a pack, held against OnnxTR's contract before anything is read with them.</summary>
internal sealed class OnnxTrModels : IDisposable
{
    private OnnxTrModels(OnnxTrModel detector, OnnxTrModel recognizer) => (Detector, Recognizer) = (detector, recognizer);

    public OnnxTrModel Detector { get; }

    public OnnxTrModel Recognizer { get; }

    /// <summary>Builds both sessions or none.</summary>
    /// <exception cref="ModelPackException">With every fault of both models.</exception>
    public static OnnxTrModels Open(OnnxTrPack pack, int threads)
    {
        var faults = new List<string>();
        var settings = pack.Settings;
        var detector = OnnxTrModel.Open("detector", pack.DetectorModel, settings.Detector, threads, faults);
        var recognizer = OnnxTrModel.Open("recognizer", pack.RecognizerModel, settings.Recognizer, threads, faults);
        if (detector is not null && (detector.Output.Length != 3 || detector.OutputLength != detector.Height * detector.Width))
        {
            faults.Add($"detector.file: gives {OnnxTrModel.Show(detector.Output)} for an image, must give one logit for each of its pixels");
        }

        var classes = settings.Recognizer.Alphabet.Count + 1;
        if (recognizer is not null && (recognizer.Output.Length != 2 || recognizer.Output[1] != classes))
        {
            faults.Add($"recognizer.file: gives {OnnxTrModel.Show(recognizer.Output)} for a crop, must give "
                + $"{classes.ToString(CultureInfo.InvariantCulture)} logits a step: the alphabet's characters and the blank");
        }

        if (faults.Count == 0)
        {
            return new OnnxTrModels(detector!, recognizer!);
        }

        detector?.Dispose();
        recognizer?.Dispose();
        throw new ModelPackException(pack.Folder, faults);
    }

    public void Dispose()
    {
        Detector.Dispose();
        Recognizer.Dispose();
    }
}
