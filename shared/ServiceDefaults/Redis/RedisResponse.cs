namespace Ocr.ServiceDefaults.Redis;

/// <summary>What Redis said, or that it said nothing in time.</summary>
/// <param name="Answered">Whether it answered.</param>
/// <param name="Value">The answer; the default when there is none.</param>
public readonly record struct RedisResponse<T>(bool Answered, T? Value);
