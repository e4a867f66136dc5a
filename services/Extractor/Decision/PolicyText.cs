using System.Security.Cryptography;
using Ocr.Contracts;
using Ocr.Extractor.Rules;

namespace Ocr.Extractor.Decision;

/// <summary>A snapshot of the policy file, so that the checked content is the hashed content.</summary>
/// <param name="Path">Path of the file.</param>
/// <param name="Content">Its bytes; <see langword="null"/> when it is missing.</param>
internal sealed record PolicyText(string Path, byte[]? Content)
{
    private const string Schema = "decision.schema.json";
    private const int ShownBytes = 6;

    /// <summary>Twelve hexadecimal digits of its SHA-256, followed by a hyphen when the file is missing.</summary>
    public string Hash => field ??= Convert.ToHexStringLower(SHA256.HashData(Content ?? []).AsSpan(0, ShownBytes)) + (Content is null ? "-" : "");

    public static PolicyText Read(string path) => new(path, RuleText.Content(path));

    /// <exception cref="RuleFileException">The file has errors; all of them are listed, each with its place and its fix.</exception>
    public PolicyFile Parse()
    {
        if (Content is null)
        {
            throw new RuleFileException([new RuleError(Path, "the file is missing; set DECISION_FILE, or put it there")]);
        }

        var schema = new List<SchemaError>();
        var file = RuleFileReader.Read<PolicyFile>(Path, Content, Schema, schema);
        RuleError[] errors = [.. schema.Select(error => error.Error), .. file is null ? [] : Unknown(file)];
        return errors.Length == 0 ? file! : throw new RuleFileException(errors);
    }

    private IEnumerable<RuleError> Unknown(PolicyFile file) => file.Fields.Keys.Except(FieldKeys.All).Select(key => new RuleError(
        $"{System.IO.Path.GetFileName(Path)}#/fields/{key}", $"'{key}' is not a field; use one of: {string.Join(", ", FieldKeys.All)}"));
}
