using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Ocr.Persistence;

/// <summary>Runs the <see cref="IProgramCommand"/> that the arguments of a program name.</summary>
internal static class ProgramCommands
{
    private const int WrongCall = 2;

    public static IProgramCommand? Find(WebApplication app, string[] args) =>
        args is [var name, ..] ? app.Services.GetServices<IProgramCommand>().FirstOrDefault(command => command.Name == name) : null;

    public static async Task RunAsync(IProgramCommand command, string[] arguments)
    {
        if (arguments.Length != command.Arguments.Count)
        {
            await Console.Error.WriteLineAsync($"Usage: {string.Join(' ', [command.Name, .. command.Arguments])}");
            Environment.ExitCode = WrongCall;
            return;
        }

        try
        {
            var (report, exitCode) = await command.RunAsync(arguments, CancellationToken.None);
            Console.WriteLine(report);
            Environment.ExitCode = exitCode;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"{command.Name}: {exception.Message}");
            Environment.ExitCode = 1;
        }
    }
}
