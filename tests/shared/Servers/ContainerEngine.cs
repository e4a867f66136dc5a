using Docker.DotNet;
using DotNet.Testcontainers.Configurations;

namespace Ocr.Testing.Servers;

/// <summary>The container engine of this machine, if there is one.</summary>
public static class ContainerEngine
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Why a server cannot run in a container without anything being downloaded; <see langword="null"/> where it can.</summary>
    public static async Task<string?> WhyNotAsync(ServerKind kind)
    {
        if (TestcontainersSettings.OS.DockerEndpointAuthConfig is not { } engine)
        {
            return "no container engine answers";
        }

        var image = ComposeImage.Of(kind);
        try
        {
            using var patience = new CancellationTokenSource(Patience);
            using var client = engine.GetDockerClientBuilder(Guid.Empty).Build();
            await client.Images.InspectImageAsync(image, patience.Token);
            return null;
        }
        catch (DockerImageNotFoundException)
        {
            return $"the image {image} is not here";
        }
        catch (Exception fault) when (fault is DockerApiException or HttpRequestException or IOException or TimeoutException or OperationCanceledException)
        {
            return $"the container engine does not answer as it should: {fault.Message.Split('\n')[0]}";
        }
    }
}
