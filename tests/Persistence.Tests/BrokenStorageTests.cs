using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Ocr.ServiceDefaults;
using Ocr.ServiceDefaults.Bus;
using Ocr.ServiceDefaults.Storage;
using Ocr.Testing;

namespace Ocr.Persistence.Tests;

/// <summary>A SQLite file that is damaged, cannot be written or belongs to another process.</summary>
public sealed class BrokenStorageTests : IDisposable
{
    private const int PageBytes = 4096;
    private readonly TempFolder _folder = new();

    private string File => Path.Combine(_folder.Name, "results.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_database_that_stores_and_returns_rows_is_healthy()
    {
        await using var app = await StorageApp.StartAsync(_folder.Name);

        Assert.Equal(HealthStatus.Healthy, await app.HealthAsync());
        Assert.Matches("""storage_failing\{[^}]*store="results"[^}]*\} 0""", await app.MetricsAsync());
    }

    [Fact]
    public async Task A_page_that_is_damaged_while_the_system_runs_is_unhealthy_from_the_first_statement_that_meets_it()
    {
        await using var app = await StorageApp.StartAsync(_folder.Name);
        await app.AddAsync(2_000);
        await DamageAsync(pages: 20);
        await Assert.ThrowsAnyAsync<Exception>(app.CountAsync);

        Assert.Equal(HealthStatus.Unhealthy, await app.HealthAsync());
        Assert.Equal(HealthStatus.Unhealthy, await app.HealthAsync()); // nor does its own successful write hide it
        Assert.Equal(StorageError.Damaged, app.Get<StorageErrors>().Of("results"));
        Assert.Matches("""storage_failing\{[^}]*store="results"[^}]*\} 1""", await app.MetricsAsync());
    }

    [Theory]
    [InlineData("damaged page")]
    [InlineData("truncated")]
    [InlineData("no database")]
    [InlineData("half a header")]
    public async Task A_database_that_is_damaged_at_start_is_named_with_the_remedy(string damage)
    {
        await using (var app = await StorageApp.StartAsync(_folder.Name))
        {
            await app.AddAsync(2_000);
        }

        await DamageAsync(damage);
        var exception = await Assert.ThrowsAsync<StartupException>(() => StorageApp.StartAsync(_folder.Name));
        Assert.Contains(File, exception.Message, StringComparison.Ordinal);
        Assert.Contains("backup", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_another_process_uses_is_refused()
    {
        await using (await StorageApp.StartAsync(_folder.Name))
        {
        }

        using var other = Process.Start(new ProcessStartInfo("flock", ["-x", File + ".owner", "-c", "echo held; sleep 60"]) { RedirectStandardOutput = true })!;
        try
        {
            Assert.Equal("held", await other.StandardOutput.ReadLineAsync());
            var exception = await Assert.ThrowsAsync<StartupException>(() => StorageApp.StartAsync(_folder.Name));
            Assert.Contains($"Another process uses '{File}'", exception.Message, StringComparison.Ordinal);
            Assert.Contains("DATA_DIR", exception.Message, StringComparison.Ordinal);
        }
        finally
        {
            other.Kill(entireProcessTree: true);
            await other.WaitForExitAsync();
        }

        await using var free = await StorageApp.StartAsync(_folder.Name);
        Assert.Equal(HealthStatus.Healthy, await free.HealthAsync());
    }

    [SmallDiskFact]
    public async Task A_read_only_folder_is_named_with_the_setting_and_does_not_keep_the_process_waiting()
    {
        using var disk = SmallDisk.Create(8);
        await using (await StorageApp.StartAsync(disk.Path))
        {
        }

        SqlitePools.Close(disk.Path);
        disk.MakeReadOnly();
        var clock = Stopwatch.StartNew();
        var exception = await Assert.ThrowsAsync<StartupException>(() => StorageApp.StartAsync(disk.Path));
        Assert.Contains(disk.Path, exception.Message, StringComparison.Ordinal);
        Assert.Contains("DATA_DIR", exception.Message, StringComparison.Ordinal);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    [SmallDiskFact]
    public async Task A_full_disk_that_has_no_room_to_open_the_file_is_an_outage_too()
    {
        using var disk = SmallDisk.Create(8);
        await using var app = await StorageApp.StartAsync(disk.Path);
        SqlitePools.Close(disk.Path); // the last connection takes the write-ahead log and its index with it
        disk.Fill();

        var exception = await Assert.ThrowsAnyAsync<Exception>(() => app.AddAsync(10));
        Assert.True(MessageRetryPolicy.IsOutage(exception), exception.ToString());
        Assert.Equal(StorageError.Full, app.Get<StorageErrors>().Of("results"));
    }

    [SmallDiskFact]
    public async Task A_full_disk_is_unhealthy_an_outage_to_consumers_and_healthy_again_with_space()
    {
        using var disk = SmallDisk.Create(8);
        await using var app = await StorageApp.StartAsync(disk.Path);
        var filling = disk.Fill();

        var exception = await Assert.ThrowsAnyAsync<Exception>(() => app.AddAsync(2_000));
        Assert.True(MessageRetryPolicy.IsOutage(exception), exception.ToString());
        Assert.Equal(StorageError.Full, app.Get<StorageErrors>().Of("results"));
        Assert.Equal(HealthStatus.Unhealthy, await app.HealthAsync());

        System.IO.File.Delete(filling);
        Assert.Equal(HealthStatus.Healthy, await app.HealthAsync());
        await app.AddAsync(10);
    }

    [Fact]
    public async Task A_start_in_an_empty_folder_is_not_a_storage_error()
    {
        await using var app = await StorageApp.StartAsync(_folder.Name);
        Assert.Empty(app.Get<StorageErrors>().Current);
    }

    [Fact]
    public async Task A_writer_that_holds_the_file_is_slow_and_not_broken()
    {
        await using var app = await StorageApp.StartAsync(_folder.Name);
        await using var writer = new SqliteConnection($"Data Source={File}");
        await writer.OpenAsync();
        await using var transaction = await writer.BeginTransactionAsync();

        Assert.Equal(HealthStatus.Degraded, await app.HealthAsync());
        Assert.Empty(app.Get<StorageErrors>().Current);
    }

    [Fact]
    public async Task Data_are_for_the_account_of_the_process_only()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var folder = Path.Combine(_folder.Name, "new");
        await using var app = await StorageApp.StartAsync(folder);

        Assert.Equal(DataFolder.Private, System.IO.File.GetUnixFileMode(folder));
    }

    // Writes the content to the database file and closes all connections.
    private async Task DamageAsync(int pages)
    {
        await CheckpointAsync();
        await using var file = new FileStream(File, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        file.Position = file.Length - (pages * PageBytes);
        await file.WriteAsync(Enumerable.Repeat((byte)0x5A, pages * PageBytes).ToArray());
    }

    private async Task DamageAsync(string damage)
    {
        await CheckpointAsync();
        if (damage == "damaged page")
        {
            await DamageAsync(pages: 20);
            return;
        }

        await using var file = new FileStream(File, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        if (damage == "no database")
        {
            await file.WriteAsync("This was a database once, and is none now."u8.ToArray());
        }
        else
        {
            file.SetLength(damage == "truncated" ? file.Length / 2 / PageBytes * PageBytes : 50);
        }
    }

    private async Task CheckpointAsync()
    {
        SqlitePools.Close(_folder.Name);
        await using (var connection = new SqliteConnection($"Data Source={File};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            await command.ExecuteNonQueryAsync();
        }
    }
}
