namespace Ocr.ServiceDefaults.Settings;

/// <summary>Maximum size of a whole upload. All servers on its path use this rule, so that no later server refuses what an earlier one accepted.</summary>
public static class UploadSize
{
    private const long FormOverhead = 1024 * 1024;
    private const long PartOverhead = 64 * 1024;

    /// <summary>Limit of a whole request: the files, the fields of each and the form around them.</summary>
    /// <param name="files">Maximum number of files.</param>
    /// <param name="fileBytes">Maximum size of a file, bytes.</param>
    /// <returns>Bytes.</returns>
    public static long Limit(int files, long fileBytes) => (files * (fileBytes + PartOverhead)) + FormOverhead;

    /// <summary>Limit of a JSON body with one file as base64.</summary>
    /// <param name="fileBytes">Maximum size of a file, bytes.</param>
    /// <returns>Bytes.</returns>
    public static long JsonLimit(long fileBytes) => (((fileBytes + 2) / 3) * 4) + FormOverhead;
}
