using System.Text.RegularExpressions;

namespace Ocr.Recognition.OnnxTr;

/// <summary>What the names of OnnxTR's release files say: <c>db_mobilenet_v3_large-4987e7bd.onnx</c> is an architecture and a hash.</summary>
internal static partial class Architecture
{
    /// <summary>Whether the file is a detector of segmentation maps.</summary>
    public static bool IsDetector(string file) => Detector().IsMatch(file);

    /// <summary>Whether the file is a recogniser that CTC decodes.</summary>
    public static bool IsRecognizer(string file) => Recognizer().IsMatch(file);

    /// <summary>Whether the file is one of OnnxTR's recognisers that end a word by a class of its own instead of CTC's blank.</summary>
    public static bool NeedsAnotherDecoder(string file) => Attention().IsMatch(file);

    /// <summary>The start of the SHA-256 that the name ends with, or nothing.</summary>
    public static string HashOf(string file) => Hash().Match(file).Groups[1].Value;

    /// <summary>OnnxTR's default binarisation threshold: 0.3 for DBNet, 0.1 for LinkNet and FAST.</summary>
    public static double Threshold(string file) => file.StartsWith("db_", StringComparison.Ordinal) ? 0.3 : 0.1;

    [GeneratedRegex(@"^(db|linknet|fast|rep_fast)_[A-Za-z0-9._-]*\.onnx\z")]
    private static partial Regex Detector();

    [GeneratedRegex(@"^crnn_[A-Za-z0-9._-]*\.onnx\z")]
    private static partial Regex Recognizer();

    [GeneratedRegex(@"^(sar|master|vitstr|parseq)[_-]")]
    private static partial Regex Attention();

    [GeneratedRegex(@"-([0-9a-f]{8,64})\.onnx\z")]
    private static partial Regex Hash();
}
