using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Ocr.Ingest.Dispatch;
using Ocr.Ingest.Statistics;
using Ocr.Ingest.Upload;
using Ocr.ServiceDefaults.Errors;
using Ocr.ServiceDefaults.Storage;
using Ocr.Testing;

namespace Ocr.Ingest.Tests.Upload;

/// <summary>Uploads that are refused before they are stored: their error and their count.</summary>
public sealed class UploadRefusalTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly UploadStatistics _statistics = new(TimeProvider.System);
    private readonly DispatchTrigger _trigger = new();
    private readonly Sender _sender = new("", Weight: 1, CostPerMinute: 0, "uno", Guid.NewGuid());

    public void Dispose() => _folder.Dispose();

    // A file is in the temporary folder and in the store for a short time.
    [Theory]
    [InlineData(null, true)]
    [InlineData(0.25, true)]
    [InlineData(0.75, false)]
    public async Task A_request_needs_twice_its_size_on_the_disk(double? share, bool isTaken)
    {
        var context = new DefaultHttpContext();
        context.Request.ContentLength = share is null ? null : (long)(share * new DriveInfo(_folder.Name).AvailableFreeSpace);
        using var form = new UploadForm();

        var taken = TakeAsync(form, _ => Task.FromResult<string?>("leída"), context);

        Assert.Equal(isTaken ? null : 507, (await Record.ExceptionAsync(() => taken) as ApiException)?.Error.StatusCode);
    }

    [Fact]
    public async Task A_body_that_the_server_stops_has_the_error_of_its_status()
    {
        using var form = new UploadForm();

        var refused = await Assert.ThrowsAsync<ApiException>(() => TakeAsync(form, _ => throw new BadHttpRequestException("", 408)));

        Assert.Equal(ApiErrors.Of(408), refused.Error);
        Assert.Equal([("uno", "REQUEST_TIMEOUT_408", 1L)], Counted());
    }

    [Theory]
    [InlineData("true", true, null)]
    [InlineData("true", false, "FILE_TOO_LARGE_413")]
    [InlineData("false", true, "FILE_TOO_LARGE_413")]
    public async Task A_file_over_the_limit_refuses_an_upload_that_is_not_partial_or_has_no_other_file(string partial, bool hasOther, string? error)
    {
        using var form = new UploadForm();
        form.AddField("partial", System.Text.Encoding.ASCII.GetBytes(partial));
        form.AddFile("grande.png", null, 100, null);
        if (hasOther)
        {
            const string stored = "20250711-07--987654321@lid_Ana_09-05.png";
            form.AddFile(stored, SpooledFile.Of(stored), 10, null);
        }

        var taken = TakeAsync(form);

        Assert.Equal(error, (await Record.ExceptionAsync(() => taken) as ApiException)?.Error.Code);
        Assert.Equal(error is null ? [] : [("uno", error, hasOther ? 2L : 1L)], Counted());
    }

    [Fact]
    public async Task A_response_of_the_reader_is_returned_and_nothing_is_stored()
    {
        using var form = new UploadForm();

        Assert.Equal("leída", await TakeAsync(form, _ => Task.FromResult<string?>("leída")));
        Assert.Equal(DispatchWork.Uploads, _trigger.Take());
    }

    [Fact]
    public async Task The_loop_is_woken_also_by_a_refused_upload()
    {
        using var form = new UploadForm();

        await Assert.ThrowsAsync<ApiException>(() => TakeAsync(form, _ => throw new ApiException(ApiErrors.Of(415))));

        Assert.Equal(DispatchWork.Uploads, _trigger.Take());
    }

    private async Task<string> TakeAsync(UploadForm form, Func<UploadForm, Task<string?>>? read = null, HttpContext? context = null)
    {
        var disk = new DiskReserve(Options.Create(new DiskOptions { ReserveBytes = 0 }), [new WatchedFolder(_folder.Name)]);
        var intake = new UploadIntake(Options.Create(new IngestOptions()), disk, _statistics, _trigger, NullLogger<UploadIntake>.Instance);
        return await intake.TakeAsync(context ?? new DefaultHttpContext(), _sender, form, read ?? (_ => Task.FromResult<string?>(null)), _ => Task.FromResult("guardada"));
    }

    private IEnumerable<(string Tenant, string Code, long Files)> Counted() =>
        _statistics.Take().Select(count => (count.Key.Tenant, count.Key.Code, count.Value.Files));
}
