using Microsoft.Extensions.Logging;
using Ocr.ServiceDefaults.Storage;

namespace Ocr.Persistence;

internal static partial class Log
{
    [LoggerMessage(700, LogLevel.Information, "{Schema} is up to date; applied {Count}: {Migrations}", EventName = "Migrated")]
    public static partial void Migrated(ILogger logger, string schema, int count, string migrations);

    [LoggerMessage(701, LogLevel.Warning, "The database does not respond yet: {Reason}", EventName = "DatabaseAwaited")]
    public static partial void DatabaseAwaited(ILogger logger, string reason);

    [LoggerMessage(702, LogLevel.Critical, "{Reason}", EventName = "SchemaUnusable")]
    public static partial void SchemaUnusable(ILogger logger, string reason);

    [LoggerMessage(703, LogLevel.Error, "Storage of '{Store}' fails: {Fault}", EventName = "StorageFails")]
    public static partial void StorageFails(ILogger logger, string store, StorageError fault, Exception exception);
}
