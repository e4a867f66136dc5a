using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;
using Ocr.ServiceDefaults.Storage;

namespace Ocr.Persistence;

/// <summary>Records the storage failures of one database, and marks temporary ones as outages.</summary>
internal sealed class StorageErrorRecorder(string store, StorageErrors errors, ILogger logger)
{
    public void Record(Exception? exception)
    {
        if (exception is null || DatabaseErrors.Classify(exception) is not { } error)
        {
            return;
        }

        if (error != StorageError.Damaged)
        {
            Outage.Mark(exception, error);
        }

        if (errors.Report(store, error))
        {
            Log.StorageFails(logger, store, error, exception);
        }
    }

    /// <summary>Failures of statements, the most frequent ones.</summary>
    public sealed class Commands(StorageErrorRecorder recorder) : DbCommandInterceptor
    {
        public override void CommandFailed(DbCommand command, CommandErrorEventData eventData) => recorder.Record(eventData.Exception);

        public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
        {
            recorder.Record(eventData.Exception);
            return Task.CompletedTask;
        }
    }

    /// <summary>
    /// Records failures of commits, where a full disk often appears, and of transaction starts. EF Core raises no event for a failed start, so this
    /// interceptor starts the transaction itself.
    /// </summary>
    public sealed class Transactions(StorageErrorRecorder recorder) : DbTransactionInterceptor
    {
        public override InterceptionResult<DbTransaction> TransactionStarting(
            DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result)
        {
            try
            {
                return result.HasResult ? result : InterceptionResult<DbTransaction>.SuppressWithResult(connection.BeginTransaction(eventData.IsolationLevel));
            }
            catch (DbException error)
            {
                recorder.Record(error);
                throw;
            }
        }

        public override async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
            DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
        {
            try
            {
                return result.HasResult ? result
                    : InterceptionResult<DbTransaction>.SuppressWithResult(await connection.BeginTransactionAsync(eventData.IsolationLevel, cancellationToken));
            }
            catch (DbException error)
            {
                recorder.Record(error);
                throw;
            }
        }

        public override void TransactionFailed(DbTransaction transaction, TransactionErrorEventData eventData) => recorder.Record(eventData.Exception);

        public override Task TransactionFailedAsync(
            DbTransaction transaction, TransactionErrorEventData eventData, CancellationToken cancellationToken = default)
        {
            recorder.Record(eventData.Exception);
            return Task.CompletedTask;
        }
    }

    /// <summary>Failures of opening a connection.</summary>
    public sealed class Connections(StorageErrorRecorder recorder) : DbConnectionInterceptor
    {
        public override void ConnectionFailed(DbConnection connection, ConnectionErrorEventData eventData) => Record(eventData);

        public override Task ConnectionFailedAsync(
            DbConnection connection, ConnectionErrorEventData eventData, CancellationToken cancellationToken = default)
        {
            Record(eventData);
            return Task.CompletedTask;
        }

        // EF Core opens a SQLite file to find out whether it exists, and logs this expected failure below the level of errors.
        private void Record(ConnectionErrorEventData eventData) => recorder.Record(eventData.LogLevel >= LogLevel.Error ? eventData.Exception : null);
    }
}
