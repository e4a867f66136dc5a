using Ocr.Ingest.Upload;

namespace Ocr.Ingest.Tests.Upload;

/// <summary>Files of a form without bytes, for tests of their names and errors.</summary>
internal static class SpooledFile
{
    public static UploadedFile Of(string name, string sha256 = "") => new()
    {
        OriginalName = name,
        Sha256 = sha256,
        SizeBytes = 10,
        Header = null,
        Content = new MemoryStream(),
    };
}
