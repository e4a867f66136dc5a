using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Ocr.Testing;

/// <summary>The log entries and scopes of a service.</summary>
/// <param name="minimum">Entries below this level are not captured.</param>
public sealed class CapturedLog(LogLevel minimum = LogLevel.Trace) : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly ConcurrentQueue<string> _scopes = new();

    /// <summary>Message and exception of each entry.</summary>
    public IReadOnlyCollection<string> Lines => _lines;

    /// <summary>The text of each scope, for entries of any level.</summary>
    public IReadOnlyCollection<string> Scopes => _scopes;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        _scopes.Enqueue($"{state}");
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => logLevel >= minimum;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            _lines.Enqueue(exception is null ? formatter(state, exception) : $"{formatter(state, exception)} {exception}");
        }
    }

    public void Dispose()
    {
    }
}
