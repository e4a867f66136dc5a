namespace Ocr.ServiceDefaults.Bus;

/// <summary>Tells that a service gave up a message: its handler failed to the last.</summary>
/// <typeparam name="T">The message.</typeparam>
/// <param name="Message">The message that was given up.</param>
/// <param name="Causes">Full names of the exceptions, those behind them included.</param>
public sealed record GivenUp<T>(T Message, IReadOnlyList<string> Causes)
    where T : class;
