using System.Text.Json;
using System.Text.Json.Nodes;
using Ocr.Recognition.Packs;

namespace Ocr.Recognition.Tests.Packs;

public sealed class ManifestReaderTests
{
    [Fact]
    public void Accepts_the_manifest_that_ships() => Assert.Empty(Errors(_ => { }));

    [Theory]
    [InlineData("name", "\"Compact Pack\"", "name: must be lower-case")]
    [InlineData("version", "\"1.0\"", "version: must be three numbers")]
    [InlineData("license", "\"\"", "license: must be a text")]
    [InlineData("boundedPairs", "1", "boundedPairs: must be true or false, is 1")]
    [InlineData("detector", "7", "detector: must be an object")]
    [InlineData("detector.file", "\"../detector.onnx\"", "detector.file: must be the name")]
    [InlineData("detector.sha256", "\"ABC\"", "detector.sha256: must be 64")]
    [InlineData("detector.stride", "0", "detector.stride: must be an integer from 1 to 256, is 0")]
    [InlineData("detector.stride", "32.5", "detector.stride: must be an integer from 1 to 256, is 32.5")]
    [InlineData("detector.outputStride", "3", "detector.outputStride: must divide the stride, 32")]
    [InlineData("detector.targetWidths", "[]", "detector.targetWidths: must be a list")]
    [InlineData("detector.targetWidths", "[480, \"x\"]", "detector.targetWidths: must hold integers")]
    [InlineData("detector.std", "0", "detector.std: must be a number")]
    [InlineData("detector.threshold", "1.5", "detector.threshold: must be a number")]
    [InlineData("detector.threshold", "\"0.4\"", "detector.threshold: must be a number")]
    [InlineData("recognizer.widthBuckets", "[64, 32]", "recognizer.widthBuckets: must ascend")]
    [InlineData("recognizer.widthBuckets", "[33, 640]", "recognizer.widthBuckets: must be multiples")]
    [InlineData("recognizer.maxWidth", "8000", "recognizer.maxWidth: must not exceed")]
    [InlineData("recognizer.alphabet", "\"abca\"", "recognizer.alphabet: has 'a' 2 times")]
    [InlineData("recognizer.alphabet", "\"a\"", "recognizer.alphabet: must have at least two")]
    [InlineData("recognizer.blank", "\"first\"", "recognizer.blank: must be \"last\"")]
    public void Rejects(string member, string json, string error)
    {
        var errors = Errors(manifest => Set(manifest, member, JsonNode.Parse(json)));
        Assert.Contains(errors, found => found.StartsWith(error, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("readAgainBelow", "2", "fastRecognizer.readAgainBelow: must be a number from 0 to 1")]
    [InlineData("alphabet", "\"a\"", "fastRecognizer.alphabet: must have at least two")]
    [InlineData("heigth", "32", "fastRecognizer.heigth: is unknown")]
    [InlineData("calibration", "{}", "fastRecognizer.calibration.bias: is missing")]
    [InlineData("calibration", "[]", "fastRecognizer.calibration: must be an object")]
    public void Rejects_a_faulty_fast_recognizer(string member, string json, string error)
    {
        var errors = Errors(manifest =>
        {
            manifest["fastRecognizer"] = manifest["recognizer"]!.DeepClone();
            manifest["fastRecognizer"]!["readAgainBelow"] = 0.9;
            manifest["fastRecognizer"]![member] = JsonNode.Parse(json);
        });
        Assert.Contains(errors, found => found.StartsWith(error, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("advances", "[0.5]", "confidence.advances: must hold one number a character")]
    [InlineData("ends", "\"wide\"", "confidence.ends: must be a list of numbers")]
    [InlineData("fast", "{}", "confidence.fast.bias: is missing")]
    [InlineData("balanced.reading", "-1", "confidence.balanced.reading: must be a number from 0")]
    [InlineData("thorough.colour", "1", "confidence.thorough.colour: is unknown")]
    public void Rejects_a_faulty_confidence(string member, string json, string error)
    {
        var errors = Errors(manifest => Set(manifest["confidence"]!.AsObject(), member, JsonNode.Parse(json)));
        Assert.Contains(errors, found => found.StartsWith(error, StringComparison.Ordinal));
    }

    [Fact]
    public void Rejects_a_confidence_for_two_alphabets() => Assert.Contains(
        "confidence: needs recognisers of one alphabet",
        Errors(manifest => manifest["fastRecognizer"]!["alphabet"] = (string)manifest["fastRecognizer"]!["alphabet"]! + "¥"));

    [Fact]
    public void Only_a_fast_recognizer_is_read_again() =>
        Assert.Equal(["recognizer.readAgainBelow: is unknown"], Errors(manifest => manifest["recognizer"]!["readAgainBelow"] = 0.9));

    [Fact]
    public void Rejects_a_misspelt_member_and_names_the_missing_one()
    {
        var errors = Errors(manifest =>
        {
            manifest["detector"]!.AsObject().Remove("threshold");
            manifest["detector"]!["treshold"] = 0.4;
        });
        Assert.Equal(["detector.threshold: is missing", "detector.treshold: is unknown"], errors);
    }

    [Fact]
    public void Lists_every_error()
    {
        var errors = Errors(manifest =>
        {
            Set(manifest, "version", "one");
            Set(manifest, "detector.std", -1);
            Set(manifest, "recognizer.alphabet", "aa");
            manifest.Remove("confidence"); // it has a value per character
            manifest["recognizer"]!.AsObject().Remove("height");
        });
        Assert.Equal(4, errors.Count);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    public void Rejects_a_file_that_is_not_a_manifest(string json)
    {
        var errors = new List<string>();
        using var document = JsonDocument.Parse(json);
        ManifestReader.Read(document.RootElement, errors);
        Assert.Contains("name: is missing", errors);
        Assert.Contains("recognizer: is missing", errors);
    }

    private static List<string> Errors(Action<JsonObject> change)
    {
        var manifest = JsonNode.Parse(File.ReadAllBytes(Path.Combine(Repository.Pack, ModelPack.ManifestFile)))!.AsObject();
        change(manifest);
        var errors = new List<string>();
        using var document = JsonDocument.Parse(manifest.ToJsonString());
        ManifestReader.Read(document.RootElement, errors);
        return errors;
    }

    private static void Set(JsonObject manifest, string path, JsonNode? value)
    {
        var parts = path.Split('.');
        (parts.Length == 1 ? manifest : manifest[parts[0]]!.AsObject())[parts[^1]] = value;
    }
}
