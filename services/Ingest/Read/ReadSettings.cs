using Ocr.Ingest.Batches;
using Ocr.Ingest.Upload;

namespace Ocr.Ingest.Read;

/// <summary>The options of a read, which are fields in addition to those of the receipt.</summary>
internal static class ReadSettings
{
    private const string Profile = "profile", Coordinates = "include_coordinates";

    /// <summary>Reads the options; errors are collected in the form.</summary>
    public static BatchOptions Of(UploadForm form)
    {
        var options = new BatchOptions();
        if (form.Fields.TryGetValue(Profile, out var name))
        {
            if (BatchOptionsReader.Profiles.TryGetValue(name, out var profile))
            {
                options = options with { Profile = profile };
            }
            else
            {
                form.Errors.Field(Profile, $"Debe ser uno de: {string.Join(", ", BatchOptionsReader.Profiles.Values.Distinct())}");
            }
        }

        if (form.Fields.TryGetValue(Coordinates, out var flag))
        {
            if (flag is "true" or "false")
            {
                options = options with { IncludeCoordinates = flag == "true" };
            }
            else
            {
                form.Errors.Field(Coordinates, "Debe ser true o false");
            }
        }

        return options;
    }
}
