namespace Ocr.Testing.Servers;

/// <summary>A real server on a port of loopback. Started again it has the same port and, unless it is a cache, what it has stored.</summary>
public interface IServer : IAsyncDisposable
{
    /// <summary>Where it listens, also while it is away.</summary>
    int Port { get; }

    /// <summary>Starts it, for the first time or again, and waits until it answers.</summary>
    Task StartAsync();

    /// <summary>Ends it as a power cut would: nothing is flushed, nobody is told.</summary>
    Task KillAsync();
}
