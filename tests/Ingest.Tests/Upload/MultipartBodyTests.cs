using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Ocr.Ingest.Upload;
using Ocr.ServiceDefaults.Errors;
using Ocr.ServiceDefaults.Settings;
using Ocr.Testing;

namespace Ocr.Ingest.Tests.Upload;

/// <summary>The limits of a body, and the errors of one that breaks off.</summary>
public sealed class MultipartBodyTests : IDisposable
{
    private const int MaxFiles = 3;
    private const int MaxFileBytes = 2048;
    private const string FilePart = "--abc\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.png\"\r\n\r\nx\r\n";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false, MaxFiles)]
    [InlineData(true, 1)]
    public async Task A_body_has_room_for_the_files_of_its_form(bool isSingle, int files)
    {
        var limit = new SizeLimit { IsReadOnly = false };
        using var form = new UploadForm { IsSingle = isSingle };

        await ReadAsync(form, new MemoryStream(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(FilePart, MaxFiles + 1)) + "--abc--\r\n")), limit);

        Assert.Equal(UploadSize.Limit(files, MaxFileBytes), limit.MaxRequestBodySize);
        Assert.Equal(files, form.Files.Count);
        Assert.Equal(
            [$"Demasiados archivos: {MaxFiles + 1} (máximo {files})"],
            Assert.IsType<ValidationDetails>(form.Errors.ToException().Error.Details).FieldErrors["files"]);
    }

    [Fact]
    public async Task A_limit_that_the_server_has_applied_already_stays()
    {
        var limit = new SizeLimit { IsReadOnly = true };
        using var form = new UploadForm();

        await ReadAsync(form, new MemoryStream(Encoding.ASCII.GetBytes(FilePart + "--abc--\r\n")), limit);

        Assert.Null(limit.MaxRequestBodySize);
        Assert.Single(form.Files);
    }

    [Fact]
    public async Task A_body_over_the_limit_is_reported_as_files_that_are_too_large()
    {
        using var form = new UploadForm();
        using var body = new BreakingStream(new BadHttpRequestException("", 413));

        var refused = await Assert.ThrowsAsync<ApiException>(() => ReadAsync(form, body));

        Assert.Equal(UploadErrors.TooLarge([], MaxFileBytes).Error, refused.Error);
    }

    [Fact]
    public async Task A_connection_that_breaks_makes_a_broken_form()
    {
        using var form = new UploadForm();
        using var body = new BreakingStream(new IOException());

        var refused = await Assert.ThrowsAsync<ApiException>(() => ReadAsync(form, body));

        Assert.Equal(UploadErrors.Broken().Error, refused.Error);
    }

    // The reader of the request names its error by the status.
    [Fact]
    public async Task Another_error_of_the_server_is_passed_on()
    {
        using var form = new UploadForm();
        using var body = new BreakingStream(new BadHttpRequestException("", 408));

        Assert.Equal(408, (await Assert.ThrowsAsync<BadHttpRequestException>(() => ReadAsync(form, body))).StatusCode);
    }

    private async Task ReadAsync(UploadForm form, Stream body, SizeLimit? limit = null)
    {
        var context = new DefaultHttpContext();
        context.Request.ContentType = "multipart/form-data; boundary=abc";
        context.Request.Body = body;
        context.Features.Set<IHttpMaxRequestBodySizeFeature>(limit);
        await new MultipartBody(Options.Create(new IngestOptions { MaxFiles = MaxFiles, MaxFileBytes = MaxFileBytes, TempFolder = _folder.Name })).ReadAsync(context, form);
    }

    private sealed class SizeLimit : IHttpMaxRequestBodySizeFeature
    {
        public required bool IsReadOnly { get; init; }

        public long? MaxRequestBodySize { get; set; }
    }

    /// <summary>Ends with an error after the start of a file.</summary>
    private sealed class BreakingStream(Exception error) : MemoryStream(Encoding.ASCII.GetBytes(FilePart))
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            await base.ReadAsync(buffer, cancellationToken) is > 0 and var read ? read : throw error;
    }
}
