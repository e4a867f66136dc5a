using Ocr.Recognition;

namespace Ocr.ReceiptCli.Commands;

/// <summary>Exit codes. Prints one sentence instead of a stack trace for errors that a user can fix.</summary>
internal static class Guard
{
    public const int Done = 0;
    public const int BelowThreshold = 1;
    public const int Unusable = 2;

    public static async Task<int> Run(Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (Exception error) when (error is ImageErrorException or ModelPackException or TruthException or Teaching.TeachingException
            or Extractor.Rules.RuleFileException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return Unusable;
        }
    }
}
