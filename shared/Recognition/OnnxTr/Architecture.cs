using System.Text.RegularExpressions;

namespace Ocr.Recognition.OnnxTr;

/// <summary>Parses the names of OnnxTR's release files: <c>db_mobilenet_v3_large-4987e7bd.onnx</c> contains an architecture and a hash.</summary>
internal static partial class Architecture
{
    /// <summary>Whether the file is a detector that returns segmentation maps.</summary>
    public static bool IsDetector(string file) => Detector().IsMatch(file);

    /// <summary>Whether the file is a recognizer with CTC output.</summary>
    public static bool IsRecognizer(string file) => Recognizer().IsMatch(file);

    /// <summary>Whether the file is one of OnnxTR's recognizers whose output ends a word with a separate class instead of CTC's blank.</summary>
    public static bool NeedsAnotherDecoder(string file) => Attention().IsMatch(file);

    /// <summary>Returns the start of the SHA-256 at the end of the name, or an empty string.</summary>
    public static string HashOf(string file) => Hash().Match(file).Groups[1].Value;

    /// <summary>OnnxTR's default binarization threshold: 0.3 for DBNet, 0.1 for LinkNet and FAST.</summary>
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
