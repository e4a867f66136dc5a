namespace Ocr.Persistence;

/// <summary>
/// A command of a program that ends instead of serving, such as <c>dotnet Ocr.Ingest.dll check-images</c>. The application is composed and not
/// started. An error of the operator, such as an existing file, is an <see cref="IOException"/>.
/// </summary>
public interface IProgramCommand
{
    /// <summary>The first argument of the program.</summary>
    string Name { get; }

    /// <summary>Names of its arguments, for the usage message.</summary>
    IReadOnlyList<string> Arguments { get; }

    /// <summary>Runs the command.</summary>
    /// <param name="arguments">As many as <see cref="Arguments"/>.</param>
    /// <param name="cancellationToken">Cancels the command without partial results.</param>
    /// <returns>A summary in one line, and the exit code.</returns>
    Task<(string Report, int ExitCode)> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken);
}
