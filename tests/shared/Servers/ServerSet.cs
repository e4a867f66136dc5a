using System.Runtime.Versioning;

[assembly: SupportedOSPlatform("linux")]

namespace Ocr.Testing.Servers;

/// <summary>Servers in a temporary folder of their own; which ones is said by the test. They never fail to be there in silence.</summary>
public sealed class ServerSet : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ocr-servers-");
    private readonly Dictionary<ServerKind, IServer> _servers;

    private ServerSet(IEnumerable<ServerKind> kinds)
    {
        // PostgreSQL runs as a user of its own, which has to pass through.
        File.SetUnixFileMode(_folder.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        _servers = kinds.ToDictionary(kind => kind, kind => (IServer)new NativeServer(kind, _folder.FullName));
    }

    public IServer this[ServerKind kind] => _servers[kind];

    public static async Task<ServerSet> StartAsync(params ServerKind[] kinds)
    {
        var set = new ServerSet(kinds);
        try
        {
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
