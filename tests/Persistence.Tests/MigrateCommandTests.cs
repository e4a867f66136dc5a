using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Ocr.Results.Data;
using Ocr.Testing;

namespace Ocr.Persistence.Tests;

public sealed class MigrateCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_change_may_take_longer_than_a_statement_and_than_the_server_is_waited_for()
    {
        var seen = new Seen();
        var builder = WebApplication.CreateBuilder();
        builder.Services.AddSingleton<Func<ServiceDbContext>>(() => Open(seen));
        await using var app = builder.Build();

        await app.MigrateAsync();

        Assert.Contains(seen.Commands, command => command.Text.Contains("CREATE INDEX", StringComparison.Ordinal));
        Assert.All(seen.Commands, command => Assert.Equal((14 * 60, false), (command.Seconds, command.CanBeStopped)));
    }

    private ResultsDbContext Open(Seen seen)
    {
        var options = new DbContextOptionsBuilder<ResultsDbContext>();
        PersistenceExtensions.Configure(
            options, new DatabaseOptions { DataDirectory = _folder.Name, Url = _folder.DatabaseUrl }, ResultsDbContext.SchemaName);
        return new ResultsDbContext(options.AddInterceptors(seen).Options);
    }

    /// <summary>Every statement that changes something, with its timeout.</summary>
    private sealed class Seen : DbCommandInterceptor
    {
        public ConcurrentQueue<(string Text, int Seconds, bool CanBeStopped)> Commands { get; } = [];

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Commands.Enqueue((command.CommandText, command.CommandTimeout, cancellationToken.CanBeCanceled));
            return base.NonQueryExecutingAsync(command, eventData, result, cancellationToken);
        }
    }
}
