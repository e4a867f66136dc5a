using System.Runtime.Versioning;

[assembly: SupportedOSPlatform("linux")]

namespace Ocr.Testing.Servers;

/// <summary>The servers that a test names, in containers or in a temporary folder. A server that does not start fails the test.</summary>
public sealed class ServerSet : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ocr-servers-");
    private readonly Dictionary<ServerKind, IServer> _servers = [];

    private ServerSet()
    {
        // PostgreSQL runs as another user, which needs access to the folder.
        File.SetUnixFileMode(_folder.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
    }

    public IServer this[ServerKind kind] => _servers[kind];

    public static async Task<ServerSet> StartAsync(params ServerKind[] kinds)
    {
        var set = new ServerSet();
        try
        {
            foreach (var kind in kinds)
            {
                set._servers[kind] = await ServerChoice.MakeAsync(kind, set._folder.FullName);
            }

            await Task.WhenAll(set._servers.Values.Select(server => server.StartAsync()));
            return set;
        }
        catch
        {
            await set.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers.Values)
        {
            await server.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }
}
