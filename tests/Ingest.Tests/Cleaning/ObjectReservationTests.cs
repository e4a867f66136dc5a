using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Ocr.Ingest.Objects;
using Ocr.Storage;
using Ocr.Testing;

namespace Ocr.Ingest.Tests.Cleaning;

/// <summary>Uploads and cleanings of the same image, interrupted at critical points.</summary>
public sealed class ObjectReservationTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_image_of_an_upload_in_flight_is_never_removed()
    {
        var store = Store();
        await using var app = await IngestApp.StartWithResultsAsync(_folder, objects: store);
        var image = TestImages.Unique();
        store.AfterPut = new TaskCompletionSource();
        var upload = app.UploadAsync(1, _ => image);
        await Probe.UntilAsync(() => _folder.Images.Count == 1);

        // The image is in the store and no receipt references it yet.
        var answer = await app.CleanAsync(new { force_clean = true });
        Assert.Equal(0, (int)answer["cleanup_summary"]!["files_removed"]!);
        store.AfterPut.SetResult();
        await upload;

        Assert.Single(_folder.Images);
        Assert.Single(await app.RowsAsync());
    }

    [Fact]
    public async Task An_upload_waits_for_the_removal_of_the_same_image_and_puts_it_anew()
    {
        var store = Store();
        await using var app = await IngestApp.StartWithResultsAsync(_folder, objects: store);
        var image = TestImages.Unique();
        await app.UploadAsync(1, _ => image);
        store.BeforeDelete = new TaskCompletionSource();
        var cleaning = app.CleanAsync(new { force_clean = true });
        await Probe.UntilAsync(() => store.Deleting);

        var upload = app.UploadAsync(1, _ => image);
        await app.UploadAsync(1);
        Assert.False(upload.IsCompleted);
        store.BeforeDelete.SetResult();
        await Task.WhenAll(cleaning, upload);

        Assert.Equal(2, _folder.Images.Count);
        Assert.All(await app.RowsAsync(), row => Assert.True(File.Exists(Path.Combine(_folder.Name, "images", row.ObjectKey))));
    }

    [Fact]
    public async Task An_upload_that_outlives_its_hold_is_refused()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var store = Store();
        await using var app = await IngestApp.StartWithResultsAsync(_folder, time: time, objects: store);
        store.AfterPut = new TaskCompletionSource();
        using var form = Forms.Valid(1);
        var upload = app.Client.PostAsync(new Uri("/api/upload", UriKind.Relative), form);
        await Probe.UntilAsync(() => _folder.Images.Count == 1);

        time.Advance(ObjectReservations.ForUpload);
        store.AfterPut.SetResult();
        using var response = await upload;

        Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Empty(await app.RowsAsync());
    }

    [Fact]
    public async Task Reservations_of_a_dead_process_expire()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var app = await IngestApp.StartWithResultsAsync(_folder, time: time);
        var reservations = app.Services.GetRequiredService<ObjectReservations>();
        await reservations.TakeAsync(["00/a.png"], CancellationToken.None);
        Assert.Empty((await reservations.MarkAsync(["00/a.png"], CancellationToken.None)).Free);
        time.Advance(ObjectReservations.ForUpload);
        Assert.Equal(["00/a.png"], (await reservations.MarkAsync(["00/a.png"], CancellationToken.None)).Free);

        var waiting = reservations.TakeAsync(["00/a.png"], CancellationToken.None);
        await Task.Delay(100);
        Assert.False(waiting.IsCompleted);
        await Probe.UntilAsync(() => Task.FromResult(waiting.IsCompleted), () => Task.Run(() => time.Advance(TimeSpan.FromSeconds(10))));
        await waiting;
    }

    private StoppableStore Store() => new(new FileSystemObjectStore(Path.Combine(_folder.Name, "images")));
}
