namespace Ocr.Testing.Servers;

/// <summary>A real server on a loopback port. A restart keeps its port and, except for a cache, its data.</summary>
public interface IServer : IAsyncDisposable
{
    /// <summary>Its port, also while it does not run.</summary>
    int Port { get; }

    /// <summary>Starts or restarts it, and waits until it responds.</summary>
    Task StartAsync();

    /// <summary>Ends it like a power failure: nothing is flushed, and no connection is closed regularly.</summary>
    Task KillAsync();
}
