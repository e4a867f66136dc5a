using Ocr.Testing;

namespace Ocr.ReceiptCli.Tests;

/// <summary>The worked example of <c>rules/README.md</c>: runs its commands on a copy of the rule files, and compares their output with the text.</summary>
[Collection("console")]
public sealed class TeachExampleTests : IDisposable
{
    private const string Program = "dotnet run -c Release --project tools/ReceiptCli -- ";
    private readonly string _trial = Directory.CreateTempSubdirectory("trial-").FullName;

    [Fact]
    public async Task The_worked_example_has_the_printed_results()
    {
        var (commands, expected) = Example();
        Assert.Equal("cp -r rules trial", commands[0]);
        using (var copy = new RuleFiles())
        {
            foreach (var file in Directory.EnumerateFiles(copy.Folder))
            {
                File.Copy(file, Path.Combine(_trial, Path.GetFileName(file)));
            }
        }

        foreach (var command in commands[1..^2])
        {
            Assert.Equal("0: no errors", $"{await RunAsync(command)}");
        }

        var taught = await RunAsync(commands[^2]);
        Assert.StartsWith("0: " + expected, taught, StringComparison.Ordinal);
        Assert.Contains("worse in no field", taught, StringComparison.Ordinal);
        Assert.EndsWith($"Written: {Path.Combine(_trial, "extraction_rules.json")}, {Path.Combine(_trial, "banks.json")}", taught, StringComparison.Ordinal);
        var again = await RunAsync(commands[^1]);
        Assert.Contains("| fields printed or claimed | 52 | 52 | 100.00 |", again, StringComparison.Ordinal);
        Assert.Contains("| receipts that meet the success rule | 4 | 4 | 100.00 |", again, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_rules_do_not_contain_the_example()
    {
        var known = await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Path, "rules", "banks.json")) + await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Path, "rules", "extraction_rules.json"));
        Assert.All(
            (string[])["lumbre", "folio", "giro", "carnet", "glosa", "titular", "entidad receptora", "0998"],
            word => Assert.DoesNotContain(word, known, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void The_Spanish_page_has_the_same_commands() => Assert.Equal(Example().Commands, Block(Page("docs", "es", "ensenar-un-banco.md"), "bash").Split('\n'));

    public void Dispose() => Directory.Delete(_trial, recursive: true);

    private static (string[] Commands, string Expected) Example()
    {
        var page = Page("rules", "README.md");
        var example = page[page.IndexOf("<!-- example -->", StringComparison.Ordinal)..];
        return (Block(example, "bash").Split('\n'), Block(example, "text"));
    }

    private static string Page(params string[] path) => File.ReadAllText(Path.Combine([RepositoryRoot.Path, .. path]));

    private static string Block(string text, string language)
    {
        var start = text.IndexOf($"```{language}\n", StringComparison.Ordinal) + language.Length + 4;
        return text[start..text.IndexOf("\n```", start, StringComparison.Ordinal)];
    }

    /// <summary>Exit code and standard output.</summary>
    private async Task<string> RunAsync(string command)
    {
        Assert.StartsWith(Program, command, StringComparison.Ordinal);
        var arguments = command[Program.Length..].Split(' ').Select(argument =>
            argument.StartsWith("trial/", StringComparison.Ordinal) ? Path.Combine(_trial, argument["trial/".Length..])
            : argument.StartsWith("tests/", StringComparison.Ordinal) ? Path.Combine(RepositoryRoot.Path, argument)
            : argument);
        var console = Console.Out;
        await using var output = new StringWriter();
        Console.SetOut(output);
        try
        {
            var code = await CommandLine.RunAsync([.. arguments]);
            return $"{code}: {output.ToString().TrimEnd()}";
        }
        finally
        {
            Console.SetOut(console);
        }
    }
}

/// <summary>Tests that read the console output of a command run one at a time.</summary>
[CollectionDefinition("console", DisableParallelization = true)]
public sealed class ConsoleTests;
