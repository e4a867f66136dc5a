using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Ocr.Contracts;
using Ocr.Gateway.Data;
using Ocr.Persistence;

namespace Ocr.Gateway.Access;

/// <summary>The store of keys. Every request reads it, so that every gateway refuses a revoked key immediately.</summary>
internal sealed class ApiKeys(IDbContextFactory<GatewayDbContext> contexts, TimeProvider time)
{
    /// <summary>Prefix of every key. Secret scanners find a leaked key by it.</summary>
    public const string Prefix = "ocr_";

    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const int RandomLength = 32;
    private const int ShownLength = 8;

    /// <summary>Creates a key.</summary>
    /// <returns>The key, which is not stored, and its row.</returns>
    public async Task<(string Key, ApiKeyRow Row)> CreateAsync(NewKey wanted, CancellationToken cancellationToken)
    {
        var key = Prefix + RandomNumberGenerator.GetString(Alphabet, RandomLength);
        var row = new ApiKeyRow
        {
            Id = Guid.NewGuid(),
            Name = wanted.Name!,
            Prefix = key[..ShownLength],
            Hash = Hash(key),
            Permissions = string.Join(',', wanted.Permissions!),
            Tenant = wanted.Tenant ?? Tenants.Default,
            CreatedAt = time.GetUtcMilliseconds(),
            PerMinute = wanted.Limits?.PerMinute,
            PerHour = wanted.Limits?.PerHour,
            Burst = wanted.Limits?.Burst,
            UploadPerMinute = wanted.Limits?.UploadPerMinute,
            ProcessPerMinute = wanted.Limits?.ProcessPerMinute,
            CostPerMinute = wanted.Limits?.CostPerMinute,
            Weight = wanted.Weight ?? 1,
        };
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        database.Keys.Add(row);
        await database.SaveChangesAsync(cancellationToken);
        return (key, row);
    }

    /// <summary>The key that a client sent, unless it is unknown or revoked.</summary>
    public async Task<ApiKeyRow?> FindAsync(string key, CancellationToken cancellationToken)
    {
        var hash = Hash(key);
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await database.Keys.AsNoTracking().SingleOrDefaultAsync(row => row.Hash == hash && row.RevokedAt == null, cancellationToken);
        return row is not null && Secrets.AreEqual(row.Hash, hash) ? row : null;
    }

    /// <summary>The key that a token was issued for, unless it is revoked.</summary>
    public async Task<ApiKeyRow?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        return await database.Keys.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.RevokedAt == null, cancellationToken);
    }

    /// <summary>All keys, the newest first.</summary>
    public async Task<IReadOnlyList<ApiKeyRow>> ListAsync(CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        return await database.Keys.AsNoTracking().OrderByDescending(row => row.CreatedAt).ToListAsync(cancellationToken);
    }

    /// <summary>Revokes a key. A revoked key keeps its first revocation time.</summary>
    /// <returns>The key; <see langword="null"/> when it does not exist.</returns>
    public async Task<ApiKeyRow?> RevokeAsync(Guid id, CancellationToken cancellationToken)
    {
        DateTimeOffset? now = time.GetUtcMilliseconds();
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        await database.Keys.Where(row => row.Id == id && row.RevokedAt == null)
            .ExecuteUpdateAsync(row => row.SetProperty(key => key.RevokedAt, now), cancellationToken);
        return await database.Keys.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
    }

    /// <summary>Adds requests to the usage of a key.</summary>
    public async Task CountAsync(Guid id, long requests, DateTimeOffset? lastUsedAt, CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        await database.Keys.Where(row => row.Id == id).ExecuteUpdateAsync(
            row => row.SetProperty(key => key.UsageCount, key => key.UsageCount + requests).SetProperty(key => key.LastUsedAt, lastUsedAt),
            cancellationToken);
    }

    private static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
