using System.Globalization;
using Ocr.Contracts;

namespace Ocr.Ingest.Upload;

/// <summary>Assigns the fields of a form to its files: <c>name_0</c>, <c>name_1</c>, …; <c>name</c> without a number applies to every file without its own field.</summary>
internal static class MetadataReader
{
    /// <summary>Sets the metadata of every file with complete metadata. Invalid and missing fields become errors.</summary>
    public static void Apply(UploadForm form)
    {
        foreach (var file in form.Files)
        {
            var inName = StoredNames.Parse(file.OriginalName);
            var values = new Dictionary<string, string?>();
            foreach (var field in MetadataRules.Required.Concat(MetadataRules.Optional))
            {
                values[field] = Read(form, file, field, inName?.GetValueOrDefault(field));
            }

            if (MetadataRules.Required.All(field => values[field] is not null))
            {
                file.Metadata = Create(values);
            }
        }
    }

    private static string? Read(UploadForm form, UploadedFile file, string field, string? inName)
    {
        var numbered = string.Create(CultureInfo.InvariantCulture, $"{field}_{file.Index}");
        var name = form.Fields.ContainsKey(numbered) ? numbered : field;
        if (!form.Fields.TryGetValue(name, out var value))
        {
            if (inName is null && MetadataRules.Required.Contains(field))
            {
                form.Errors.Metadata(file, form.IsSingle ? field : numbered, "Campo requerido");
            }

            return inName;
        }

        if (MetadataRules.Check(field, value) is not { } error)
        {
            return value;
        }

        form.Errors.Metadata(file, name, error);
        return null;
    }

    private static ReceiptMetadata Create(Dictionary<string, string?> values) => new()
    {
        DrawNumber = values[MetadataRules.DrawNumber]!,
        DrawDate = values[MetadataRules.DrawDate]!,
        WhatsappId = values[MetadataRules.WhatsappId]!,
        SenderName = values[MetadataRules.SenderName]!,
        SentAt = values[MetadataRules.SentAt]!,
        Caption = Given(values[MetadataRules.Caption]),
        Other = Given(values[MetadataRules.Other]),
    };

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
