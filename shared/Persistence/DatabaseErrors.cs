using Microsoft.Data.Sqlite;
using Npgsql;
using Ocr.ServiceDefaults;
using Ocr.ServiceDefaults.Storage;

namespace Ocr.Persistence;

/// <summary>Classifies the errors of both databases, and creates the messages for a file that cannot be used at start.</summary>
internal static class DatabaseErrors
{
    // https://www.sqlite.org/rescode.html
    private const int Busy = 5, Locked = 6, ReadOnly = 8, InputOutput = 10, Corrupt = 11, Full = 13, CannotOpen = 14, NotADatabase = 26;

    // SQLITE_IOERR_SHMSIZE: there is no space for the index of the write-ahead log.
    private const int NoRoomForIndex = InputOutput | (19 << 8);

    // https://www.postgresql.org/docs/current/errcodes-appendix.html
    private const string PostgresDiskFull = "53100", PostgresReadOnly = "25006", PostgresInputOutput = "58030";
    private const string PostgresDataCorrupted = "XX001", PostgresIndexCorrupted = "XX002";

    /// <summary>The storage failure that an exception or one of its causes reports; <see langword="null"/> when there is none.</summary>
    public static StorageError? Classify(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            StorageError? known = exception switch
            {
                SqliteException { SqliteErrorCode: Corrupt or NotADatabase } => StorageError.Damaged,
                SqliteException { SqliteErrorCode: Full } or SqliteException { SqliteExtendedErrorCode: NoRoomForIndex } => StorageError.Full,
                SqliteException { SqliteErrorCode: ReadOnly or InputOutput or CannotOpen } => StorageError.Unwritable,
                PostgresException { SqlState: PostgresDataCorrupted or PostgresIndexCorrupted } => StorageError.Damaged,
                PostgresException { SqlState: PostgresDiskFull } => StorageError.Full,
                PostgresException { SqlState: PostgresReadOnly or PostgresInputOutput } => StorageError.Unwritable,
                _ => null,
            };
            if (known is not null)
            {
                return known;
            }
        }

        return null;
    }

    /// <summary>Whether the wait for another writer timed out.</summary>
    public static bool IsBusy(Exception exception) => exception is SqliteException { SqliteErrorCode: Busy or Locked };

    /// <summary>Message for the operator when a file cannot be used at start.</summary>
    public static StartupException AtStart(string file, SqliteException exception) => Classify(exception) switch
    {
        StorageError.Damaged => Damaged(file, exception),
        StorageError.Full => new($"The disk of '{file}' is full. Free space and start again.", exception),
        _ => DataFolder.NotWritable(file, exception),
    };

    /// <summary>Message for the operator when the content of a file is damaged.</summary>
    public static StartupException Damaged(string file, Exception? exception) => new(
        $"The database '{file}' is damaged. Restore it from a backup, or recover its rows with "
        + $"\"sqlite3 '{file}' .recover\", or move it and its -wal file away to start with an empty one.",
        exception!);
}
