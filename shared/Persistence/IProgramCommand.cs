namespace Ocr.Persistence;

/// <summary>
/// A step of a program that ends instead of serving, such as <c>dotnet Ocr.Ingest.dll check-images</c>. The application is composed and not
/// started. A fault of the operator, a file that exists already for example, is an <see cref="IOException"/>.
/// </summary>
public interface IProgramCommand
{
    /// <summary>The first argument of the program.</summary>
    string Name { get; }

    /// <summary>Names of the arguments that follow, as the message about a wrong call prints them.</summary>
    IReadOnlyList<string> Arguments { get; }

    /// <summary>Runs it.</summary>
    /// <param name="arguments">As many as <see cref="Arguments"/>.</param>
    /// <param name="cancellationToken">Leaves nothing half done behind.</param>
    /// <returns>What it did, as one line, and the exit code.</returns>
    Task<(string Report, int ExitCode)> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken);
}
