using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Ocr.Testing;

namespace Ocr.Ingest.Tests;

/// <summary>
/// A disk that becomes full under a running system: a small separate file system. Runs alone: other tests close all pooled connections, and a full
/// disk has no space to open one again.
/// </summary>
[Collection(nameof(FullDiskTests))]
[CollectionDefinition(nameof(FullDiskTests), DisableParallelization = true)]
public sealed class FullDiskTests : IDisposable
{
    private const int ReserveBytes = 4 * 1024 * 1024;
    private readonly TempFolder _folder = new();

    private (string Name, string Value)[] Settings =>
        [("TEMP_FOLDER", _folder.Name), ("DISK_RESERVE_BYTES", ReserveBytes.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("SWEEP_SECONDS", "1")];

    public void Dispose() => _folder.Dispose();

    [SmallDiskFact]
    public async Task Uploads_are_refused_while_a_reserve_remains_and_accepted_again_with_space()
    {
        using var disk = SmallDisk.Create(64, _folder.Name);
        await using var app = await IngestApp.StartAsync(_folder, settings: Settings);
        await app.UploadAsync(1);
        var filling = disk.Fill(leaveBytes: ReserveBytes - 100_000);

        using var form = Forms.Valid(1);
        using var refused = await app.Client.PostAsync(new Uri("/api/upload", UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.InsufficientStorage, refused.StatusCode);
        Assert.Equal("INSUFFICIENT_STORAGE_507", (await refused.Content.ReadFromJsonAsync<JsonObject>())!["error_code"]!.GetValue<string>());
        Assert.Equal(1, (int)(await app.GetAsync("/api/files/pending"))["files_pending"]!);
        Assert.Contains("\"disk_space\":\"unhealthy\"", await app.Client.GetStringAsync(new Uri("/health/ready", UriKind.Relative)), StringComparison.Ordinal);

        File.Delete(filling);
        await app.UploadAsync(1);
    }

    [SmallDiskFact]
    public async Task Cleaning_works_on_a_disk_without_a_free_byte()
    {
        using var disk = SmallDisk.Create(64, _folder.Name);
        await using var app = await IngestApp.StartWithResultsAsync(_folder, settings: Settings);
        await app.UploadAsync(20);
        await app.ProcessAsync();
        await app.UploadAsync(20);
        disk.Fill();
        Assert.Equal(0, new DriveInfo(disk.Path).AvailableFreeSpace);

        await app.CleanAsync(new { force_clean = true, preserve_results = false });
        Assert.Equal(0, (int)(await app.GetAsync("/api/files/pending"))["files_pending"]!);
        Assert.DoesNotContain(_folder.Images, path => !path.Contains("health", StringComparison.Ordinal));
    }

    [SmallDiskFact]
    public async Task Results_wait_for_space_and_are_stored_within_seconds_of_it()
    {
        using var disk = SmallDisk.Create(64, _folder.Name);
        var worker = new ScriptedWorker
        {
            Script = command =>
            {
                // Before the first result is stored, and only once: filling again would free space for a moment.
                lock (_folder)
                {
                    if (!File.Exists(Path.Combine(disk.Path, "filling")))
                    {
                        disk.Fill();
                    }
                }

                return [ScriptedWorker.Extracted(command)];
            },
        };
        await using var app = await IngestApp.StartWithResultsAsync(_folder, worker, settings: [.. Settings, ("LEASE_SECONDS", "300")]);
        await app.UploadAsync(3);
        var batch = (string)(await app.ProcessAsync(respondAsync: true))["request_id"]!;

        JsonObject? status = null;
        await Probe.UntilAsync(async () => ((string?)(status = await app.GetAsync($"/api/ocr/status/{batch}"))["aviso"])?.Contains("disco lleno", StringComparison.Ordinal) == true);
        Assert.Equal("processing", (string)status!["status"]!);
        await Task.Delay(TimeSpan.FromSeconds(4)); // longer than a mistake of ours would be tried again

        File.Delete(Path.Combine(disk.Path, "filling"));
        var clock = System.Diagnostics.Stopwatch.StartNew();
        await Probe.UntilAsync(async () => (string)(status = await app.GetAsync($"/api/ocr/status/{batch}"))["status"]! == "completed");
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
        Assert.Equal(0, (int)status!["files_with_errors"]!);
        Assert.Null(status["aviso"]);
    }
}
