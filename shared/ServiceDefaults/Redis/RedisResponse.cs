namespace Ocr.ServiceDefaults.Redis;

/// <summary>A response of Redis, or a timeout.</summary>
/// <param name="Succeeded">Whether Redis responded.</param>
/// <param name="Value">The response; the default when there is none.</param>
public readonly record struct RedisResponse<T>(bool Succeeded, T? Value);
