using Microsoft.EntityFrameworkCore;
using Ocr.Testing;

namespace Ocr.Persistence.Tests;

public sealed class SchemaCreatorTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Replicas_that_start_together_create_it_once_and_a_second_start_keeps_the_rows()
    {
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => EnsureAsync(1)));
        await using (var context = Open(1))
        {
            context.Notes.Add(new Note { At = new DateTimeOffset(2025, 7, 11, 10, 30, 0, TimeSpan.FromHours(-4)) });
            await context.SaveChangesAsync();
        }

        await EnsureAsync(1);
        await using var again = Open(1);
        Assert.Equal(new DateTimeOffset(2025, 7, 11, 14, 30, 0, TimeSpan.Zero), (await again.Notes.SingleAsync()).At);
    }

    [Fact]
    public async Task Instants_are_compared_in_the_database()
    {
        await EnsureAsync(1);
        await using var context = Open(1);
        var noon = new DateTimeOffset(2025, 7, 11, 12, 0, 0, TimeSpan.Zero);
        context.Notes.AddRange(new Note { At = noon }, new Note { At = noon.AddMilliseconds(1) }, new Note { At = noon.AddTicks(-1) });
        await context.SaveChangesAsync();
        Assert.Equal(2, await context.Notes.CountAsync(note => note.At <= noon));
        Assert.Equal(noon.AddMilliseconds(1), (await context.Notes.OrderByDescending(note => note.At).FirstAsync()).At);
    }

    [Fact]
    public async Task Tables_of_another_version_stop_the_start()
    {
        await EnsureAsync(1);
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => EnsureAsync(2));
        Assert.Contains("version 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Readers_do_not_wait_for_the_writer()
    {
        await EnsureAsync(1);
        await using var writer = Open(1);
        await using var transaction = await writer.Database.BeginTransactionAsync();
        writer.Notes.Add(new Note());
        await writer.SaveChangesAsync();
        await using var reader = Open(1);
        Assert.Equal(0, await reader.Notes.CountAsync());
        await transaction.CommitAsync();
        Assert.Equal(1, await reader.Notes.CountAsync());
        Assert.Equal(!TempFolder.IsPostgres, File.Exists(Path.Combine(_folder.Name, "notes.db-wal")));
    }

    private async Task EnsureAsync(int version)
    {
        await Task.Yield();
        await using var context = Open(version);
        await SchemaCreator.EnsureAsync(context, CancellationToken.None);
    }

    private NotesContext Open(int version)
    {
        var options = new DbContextOptionsBuilder<NotesContext>();
        PersistenceExtensions.Configure(options, new DatabaseOptions { DataDirectory = _folder.Name, Url = _folder.DatabaseUrl }, "notes");
        return new NotesContext(options.Options, version);
    }

    private sealed class Note
    {
        public long Id { get; set; }

        public DateTimeOffset At { get; set; }
    }

    private sealed class NotesContext(DbContextOptions<NotesContext> options, int version) : ServiceDbContext(options, "notes", version)
    {
        public DbSet<Note> Notes => Set<Note>();
    }
}
