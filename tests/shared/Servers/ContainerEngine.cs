using Docker.DotNet;
using DotNet.Testcontainers.Configurations;

namespace Ocr.Testing.Servers;

/// <summary>The container engine of this machine, if there is one.</summary>
public static class ContainerEngine
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    /// <summary>The reason why a server cannot run in a container without a download; <see langword="null"/> when it can.</summary>
    public static async Task<string?> WhyNotAsync(ServerKind kind)
    {
        if (TestcontainersSettings.OS.DockerEndpointAuthConfig is not { } engine)
        {
            return "no container engine answers";
        }

        var image = ComposeImage.Of(kind);
        try
        {
            using var timeout = new CancellationTokenSource(Timeout);
            using var client = engine.GetDockerClientBuilder(Guid.Empty).Build();
            await client.Images.InspectImageAsync(image, timeout.Token);
            return null;
        }
        catch (DockerImageNotFoundException)
        {
            return $"the image {image} is not here";
        }
        catch (Exception exception) when (exception is DockerApiException or HttpRequestException or IOException or TimeoutException or OperationCanceledException)
        {
            return $"the container engine does not answer as it should: {exception.Message.Split('\n')[0]}";
        }
    }
}
