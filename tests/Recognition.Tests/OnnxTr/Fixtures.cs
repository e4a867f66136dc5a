using System.Text.Json;
using Ocr.Recognition.Imaging;
using Ocr.Recognition.OnnxTr;

namespace Ocr.Recognition.Tests.OnnxTr;

/// <summary>Output of <c>python3 -m onnxtr.fixtures</c>: packs, pages, and the results of the Python reference.</summary>
internal static class Fixtures
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "assets", "onnxtr");

    /// <summary>Cases of the single steps, by step.</summary>
    public static JsonElement Tables { get; } = Json("tables.json");

    /// <summary>Boxes and words by page.</summary>
    public static JsonElement Expected { get; } = Json("expected.json");

    /// <summary>Logits of docTR's networks, thinned.</summary>
    public static JsonElement Thin { get; } = Json("thin.json");

    public static string Pack(string name) => Path.Combine(Folder, name);

    public static byte[] Page(string name) => File.ReadAllBytes(Path.Combine(Folder, name + ".png"));

    public static ColorPlane Plane(string name) => ColorReader.Decode(Page(name), 10_000_000);

    public static OnnxTrPack Load(string name) => OnnxTrPack.TryLoad(Pack(name)) ?? throw new InvalidOperationException($"{name} is not an OnnxTR pack");

    public static IEnumerable<JsonElement> Cases(string table) => Tables.GetProperty(table).EnumerateArray();

    public static int[] Integers(this JsonElement list) => [.. list.EnumerateArray().Select(item => item.GetInt32())];

    public static float[] Floats(this JsonElement list) => [.. list.EnumerateArray().Select(item => item.GetSingle())];

    private static JsonElement Json(string file) => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, file))).RootElement;
}
