using System.Text.Json.Nodes;
using Ocr.Recognition.OnnxTr;

namespace Ocr.Recognition.Tests.OnnxTr;

/// <summary>Folders with OnnxTR's files, valid and corrupted, opened as a service opens them.</summary>
public sealed class PackTests : IDisposable
{
    private readonly string _folder = Path.Combine(Directory.CreateTempSubdirectory("pack").FullName, "onnxtr-fast");

    public PackTests()
    {
        Directory.CreateDirectory(_folder);
        foreach (var file in Directory.EnumerateFiles(Fixtures.Pack("plain")))
        {
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
        }
    }

    private string Detector => Path.GetFileName(Directory.EnumerateFiles(_folder, "db_*").Single());

    private string Recognizer => Path.GetFileName(Directory.EnumerateFiles(_folder, "crnn_*").Single());

    [Fact]
    public void Two_files_under_OnnxTRs_names_are_a_pack_named_after_its_folder()
    {
        using var reader = ReceiptReader.Create(_folder);
        Assert.Matches("^onnxtr-fast-[0-9a-f]{8}$", reader.Model);
        Assert.Equal(reader.Model, OnnxTrPack.TryLoad(_folder + "/")!.Id);
    }

    [Fact]
    public void What_is_left_out_is_OnnxTRs_configuration()
    {
        var (detector, recognizer) = (OnnxTrPack.TryLoad(_folder)!.Settings.Detector, OnnxTrPack.TryLoad(_folder)!.Settings.Recognizer);
        Assert.Equal((0.3, 0.1), (detector.Threshold, detector.BoxThreshold));
        Assert.Equal([0.798, 0.785, 0.772], detector.Mean);
        Assert.Equal([0.264, 0.2749, 0.287], detector.Std);
        Assert.Equal([0.694, 0.695, 0.693], recognizer.Mean);
        Assert.Equal([0.299, 0.296, 0.301], recognizer.Std);
        Assert.Equal(126, recognizer.Alphabet.Count);
    }

    [Fact]
    public void Any_setting_changes_the_name_under_which_words_are_cached()
    {
        Manifest();
        var before = OnnxTrPack.TryLoad(_folder)!.Id;
        Manifest(manifest => manifest["detector"]!["threshold"] = 0.2);
        Assert.NotEqual(before, OnnxTrPack.TryLoad(_folder)!.Id);
    }

    [Fact]
    public void Rejects_a_file_that_is_not_the_one_of_its_name()
    {
        File.AppendAllText(Path.Combine(_folder, Detector), " ");
        Assert.StartsWith($"detector.sha256: {Detector} has ", Assert.Single(Errors()), StringComparison.Ordinal);
    }

    [Fact]
    public void Rejects_a_name_without_a_hash_unless_the_manifest_has_it()
    {
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(Path.Combine(_folder, Detector))));
        File.Move(Path.Combine(_folder, Detector), Path.Combine(_folder, "db_own.onnx"));
        Assert.StartsWith("detector.sha256: is missing, and the name db_own.onnx", Assert.Single(Errors()), StringComparison.Ordinal);
        Manifest(manifest => manifest["detector"]!["sha256"] = hash);
        ReceiptReader.Create(_folder).Dispose();
    }

    [Fact]
    public void Rejects_a_folder_in_which_the_pair_is_not_clear()
    {
        File.Copy(Path.Combine(_folder, Recognizer), Path.Combine(_folder, "crnn_vgg16_bn-743599aa.onnx"));
        Assert.StartsWith("manifest.json: is needed", Assert.Single(Errors()), StringComparison.Ordinal);
    }

    [Fact]
    public void Rejects_models_in_each_others_place()
    {
        Manifest(manifest =>
        {
            manifest["detector"]!["file"] = Recognizer;
            manifest["recognizer"]!["file"] = Detector;
        });
        Assert.Equal(["detector.file", "recognizer.file"], Errors().Select(error => error.Split(':')[0]));
    }

    [Fact]
    public void Rejects_an_alphabet_that_does_not_fit_the_model()
    {
        Manifest(manifest => manifest["recognizer"]!["alphabet"] = "0123456789");
        Assert.Equal(
            "recognizer.file: gives [32,127] for a crop, must give 11 logits a step: the alphabet's characters and the blank",
            Assert.Single(Errors()));
    }

    [Theory]
    [InlineData("detector", "file", "\"../db.onnx\"", "detector.file: must be the name of an .onnx file")]
    [InlineData("detector", "mean", "[0.5]", "detector.mean: must hold three numbers")]
    [InlineData("detector", "std", "[0.2, 0, 0.2]", "detector.std: must hold numbers from")]
    [InlineData("detector", "std", "0.2", "detector.std: must be a list of numbers")]
    [InlineData("detector", "threshold", "1", "detector.threshold: must be a number")]
    [InlineData("detector", "stride", "32", "detector.stride: is unknown")]
    [InlineData("recognizer", "sha256", "\"bded4d49\"", "recognizer.sha256: must be 64")]
    [InlineData("recognizer", "file", "\"parseq-00b40714.onnx\"", "recognizer.file: must be a model for CTC")]
    [InlineData("recognizer", "width", "100000", "recognizer.width: must be an integer")]
    public void Rejects(string section, string member, string json, string error)
    {
        Manifest(manifest => manifest[section]![member] = JsonNode.Parse(json));
        Assert.Contains(Errors(), found => found.StartsWith(error, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"other\"")]
    [InlineData("7")]
    public void An_unknown_kind_is_rejected_by_name(string kind)
    {
        Manifest(manifest => manifest["kind"] = JsonNode.Parse(kind));
        Assert.Contains(Errors(), error => error.StartsWith("kind: must be ", StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);

    private IReadOnlyList<string> Errors() => Assert.Throws<ModelPackException>(() => ReceiptReader.Create(_folder)).Errors;

    private void Manifest(Action<JsonNode>? change = null)
    {
        var manifest = JsonNode.Parse($$"""
            { "kind": "onnxtr", "detector": { "file": "{{Detector}}" }, "recognizer": { "file": "{{Recognizer}}" } }
            """)!;
        change?.Invoke(manifest);
        File.WriteAllText(Path.Combine(_folder, "manifest.json"), manifest.ToJsonString());
    }
}
