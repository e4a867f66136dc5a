namespace Ocr.ServiceDefaults.Bus;

/// <summary>Published when a service gave up a message: all attempts of its handler failed.</summary>
/// <typeparam name="T">The message.</typeparam>
/// <param name="Message">The message that was given up.</param>
/// <param name="Causes">Full names of the exceptions, inner ones included.</param>
public sealed record GivenUp<T>(T Message, IReadOnlyList<string> Causes)
    where T : class;
