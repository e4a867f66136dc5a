using Microsoft.EntityFrameworkCore;

namespace Ocr.Persistence;

/// <summary>Brings the tables of a service to the form that this program needs, and says whether they have it.</summary>
public static class SchemaMigrator
{
    /// <summary>Applies what is missing; of several that try at once, one does and the others find nothing left to do.</summary>
    /// <param name="context">The service's context.</param>
    /// <param name="cancellationToken">Stops between migrations; each is applied whole or not at all.</param>
    /// <returns>Names of the migrations that were missing before.</returns>
    public static async Task<IReadOnlyList<string>> MigrateAsync(ServiceDbContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        await using var turn = await SchemaLock.TakeAsync(context, cancellationToken);
        await EarlierTables.AdoptAsync(context, cancellationToken);
        var missing = await MissingAsync(context, cancellationToken);
        if (missing.Count > 0)
        {
            await turn.ForgetDeadHoldersAsync(cancellationToken);
            await context.Database.MigrateAsync(cancellationToken);
        }

        return missing;
    }

    /// <summary>Makes sure that nothing is missing. More than this program knows may be there: a newer one is being rolled out.</summary>
    /// <param name="context">The service's context.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SchemaOutdatedException">Something is.</exception>
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
