namespace Ocr.ServiceDefaults.Settings;

/// <summary>How large an upload may be as a whole: one rule for every server on its way, so that the last one refuses no less than the first.</summary>
public static class UploadSize
{
    private const long FormOverhead = 1024 * 1024;
    private const long PartOverhead = 64 * 1024;

    /// <summary>Limit of a whole request: the files, the fields of each and the form around them.</summary>
    /// <param name="files">Most files.</param>
    /// <param name="fileBytes">Largest file, bytes.</param>
    /// <returns>Bytes.</returns>
    public static long Limit(int files, long fileBytes) => (files * (fileBytes + PartOverhead)) + FormOverhead;

    /// <summary>Limit of a JSON body with one file as base64.</summary>
    /// <param name="fileBytes">Largest file, bytes.</param>
    /// <returns>Bytes.</returns>
    public static long JsonLimit(long fileBytes) => (((fileBytes + 2) / 3) * 4) + FormOverhead;
}
