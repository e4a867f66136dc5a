namespace Ocr.Testing.Servers;

/// <summary>
/// Containers where an engine responds and has the images that compose pins, else processes. <c>TEST_SERVERS</c>, <c>native</c> or
/// <c>containers</c>, forces one. Tests print the choice.
/// </summary>
public static class ServerChoice
{
    private const string Variable = "TEST_SERVERS";

    /// <summary>The reason for a process; <see langword="null"/> for a container.</summary>
    public static async Task<string?> WhyNativeAsync(ServerKind kind) => Environment.GetEnvironmentVariable(Variable) switch
    {
        null or "" => await ContainerEngine.WhyNotAsync(kind),
        "native" => $"{Variable} is native",
        "containers" => null,
        var other => throw new InvalidOperationException($"{Variable} is native, containers or unset, but not \"{other}\"."),
    };

    /// <summary>The choice in words.</summary>
    public static async Task<string> DescribeAsync(ServerKind kind) => await WhyNativeAsync(kind) is { } reason
        ? $"Servers: {kind} is a process, because {reason}"
        : $"Servers: {kind} is a container of {ComposeImage.Of(kind)}";

    internal static async Task<IServer> MakeAsync(ServerKind kind, string folder) =>
        await WhyNativeAsync(kind) is null ? new ContainerServer(kind) : new NativeServer(kind, folder);
}
