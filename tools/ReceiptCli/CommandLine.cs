using System.CommandLine;
using Ocr.ReceiptCli.Commands;

namespace Ocr.ReceiptCli;

/// <summary>The program's commands.</summary>
internal static class CommandLine
{
    /// <summary>Runs one command.</summary>
    /// <returns>The exit code: 0 success, 1 below a threshold or rejected, 2 unusable input.</returns>
    public static Task<int> RunAsync(IReadOnlyList<string> arguments) => new RootCommand("Reads payment receipts: words, fields, and how right they are.")
    {
        ReadCommand.Create(),
        ScoreCommand.Create(),
        ScoreBoxesCommand.Create(),
        DecisionsCommand.Create(),
        WordsCommand.Create(),
        FieldsCommand.Create(),
        CheckCommand.Create(),
        TeachCommand.Create(),
        WatchCommand.Create(),
        TruthCommand.Create(),
    }.Parse(arguments).InvokeAsync();
}
