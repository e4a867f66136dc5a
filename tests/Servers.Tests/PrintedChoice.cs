using Ocr.Testing.Servers;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Ocr.Servers.Tests;

/// <summary>Prints whether processes or containers run the servers.</summary>
public sealed class PrintedChoice(IMessageSink messages) : IAsyncLifetime
{
    public async Task InitializeAsync()
    {
        foreach (var kind in Enum.GetValues<ServerKind>())
        {
            messages.OnMessage(new DiagnosticMessage(await ServerChoice.DescribeAsync(kind)));
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;
}
