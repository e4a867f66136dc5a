using System.Reflection;
using Ocr.Testing.Servers;
using Xunit.Sdk;

namespace Ocr.Servers.Tests;

/// <summary>Where a server runs: in a container or as a process.</summary>
public enum ServerHost
{
    /// <summary><see cref="NativeServer"/>.</summary>
    Process,

    /// <summary><see cref="ContainerServer"/>.</summary>
    Container,
}

/// <summary>A row of a theory: a server in one of its hosts. Where no container can run, the row is skipped with the reason.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class HostedAttribute(ServerHost host, ServerKind kind) : DataAttribute
{
    public ServerHost Host { get; } = host;

    public ServerKind Kind { get; } = kind;

    public override string? Skip
    {
        get => Host == ServerHost.Container && Task.Run(() => ServerChoice.WhyNativeAsync(Kind)).GetAwaiter().GetResult() is { } reason
            ? $"{Kind} was tried as a process only: {reason}"
            : null;
        set => throw new NotSupportedException();
    }

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[Host, Kind]];
}
