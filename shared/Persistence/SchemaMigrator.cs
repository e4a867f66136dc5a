using Microsoft.EntityFrameworkCore;

namespace Ocr.Persistence;

/// <summary>Migrates the tables of a service, and checks their version.</summary>
public static class SchemaMigrator
{
    /// <summary>Applies missing migrations. Of several concurrent calls, one applies them and the others find none missing.</summary>
    /// <param name="context">The service's context.</param>
    /// <param name="cancellationToken">Cancels between migrations; each is applied completely or not at all.</param>
    /// <returns>Names of the migrations that were missing before.</returns>
    public static async Task<IReadOnlyList<string>> MigrateAsync(ServiceDbContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        await using var turn = await SchemaLock.TakeAsync(context, cancellationToken);
        var missing = await MissingAsync(context, cancellationToken);
        if (missing.Count > 0)
        {
            await turn.ForgetDeadHoldersAsync(cancellationToken);
            await context.Database.MigrateAsync(cancellationToken);
        }

        return missing;
    }

    /// <summary>Checks that no migration is missing. Additional migrations are allowed, because a newer release may be rolled out.</summary>
    /// <param name="context">The service's context.</param>
    /// <param name="cancellationToken">Cancels the check.</param>
    /// <exception cref="SchemaOutdatedException">A migration is missing.</exception>
    public static async Task EnsureCurrentAsync(ServiceDbContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (await MissingAsync(context, cancellationToken) is { Count: > 0 } missing)
        {
            throw new SchemaOutdatedException(context.Schema, missing);
        }
    }

    private static async Task<IReadOnlyList<string>> MissingAsync(ServiceDbContext context, CancellationToken cancellationToken) =>
        [.. await context.Database.GetPendingMigrationsAsync(cancellationToken)];
}
