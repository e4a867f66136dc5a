using System.Globalization;

namespace Ocr.Recognition.OnnxTr;

/// <summary>The two graphs of a pack, validated against OnnxTR's contract before use.</summary>
internal sealed class OnnxTrModels : IDisposable
{
    private OnnxTrModels(OnnxTrModel detector, OnnxTrModel recognizer) => (Detector, Recognizer) = (detector, recognizer);

    public OnnxTrModel Detector { get; }

    public OnnxTrModel Recognizer { get; }

    /// <summary>Creates both sessions or none.</summary>
    /// <exception cref="ModelPackException">Contains every error of both models.</exception>
    public static OnnxTrModels Open(OnnxTrPack pack, int threads)
    {
        var errors = new List<string>();
        var settings = pack.Settings;
        var detector = OnnxTrModel.Open("detector", pack.DetectorModel, settings.Detector, threads, errors);
        var recognizer = OnnxTrModel.Open("recognizer", pack.RecognizerModel, settings.Recognizer, threads, errors);
        if (detector is not null && (detector.Output.Length != 3 || detector.OutputLength != detector.Height * detector.Width))
        {
            errors.Add($"detector.file: gives {OnnxTrModel.Show(detector.Output)} for an image, must give one logit for each of its pixels");
        }

        var classes = settings.Recognizer.Alphabet.Count + 1;
        if (recognizer is not null && (recognizer.Output.Length != 2 || recognizer.Output[1] != classes))
        {
            errors.Add($"recognizer.file: gives {OnnxTrModel.Show(recognizer.Output)} for a crop, must give "
                + $"{classes.ToString(CultureInfo.InvariantCulture)} logits a step: the alphabet's characters and the blank");
        }

        if (errors.Count == 0)
        {
            return new OnnxTrModels(detector!, recognizer!);
        }

        detector?.Dispose();
        recognizer?.Dispose();
        throw new ModelPackException(pack.Folder, errors);
    }

    public void Dispose()
    {
        Detector.Dispose();
        Recognizer.Dispose();
    }
}
