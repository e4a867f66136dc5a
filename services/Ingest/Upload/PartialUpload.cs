namespace Ocr.Ingest.Upload;

/// <summary>
/// <c>partial=true</c>, in the query or as a field: files with errors are left out and reported, and the others are stored. An error of the request
/// itself, such as a repeated field, still refuses the request.
/// </summary>
internal static class PartialUpload
{
    /// <summary>Name of the parameter and of the field.</summary>
    public const string Name = "partial";

    /// <summary>Adds the parameter of the query to the fields, because the fields are part of the request that an <c>Idempotency-Key</c> identifies.</summary>
    public static void TakeQuery(HttpRequest request, UploadForm form)
    {
        if (request.Query.TryGetValue(Name, out var value))
        {
            form.Fields[Name] = value.ToString();
        }

        if (form.Fields.TryGetValue(Name, out var text) && text is not ("true" or "false"))
        {
            form.Errors.Field(Name, "Debe ser true o false");
        }
    }

    /// <summary>Whether the request has <c>partial=true</c>.</summary>
    public static bool IsRequested(UploadForm form) => !form.IsSingle && form.Fields.GetValueOrDefault(Name) == "true";

    /// <summary>Leaves out the files with errors; returns whether there is a file to store and no error of the request.</summary>
    public static bool TryReject(UploadForm form)
    {
        if (form.Errors.IsOfRequest || form.Files.All(file => file.Errors.Count > 0))
        {
            return false;
        }

        form.Reject();
        return true;
    }
}
