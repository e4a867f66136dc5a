using System.IO.Pipelines;
using System.Text;
using Ocr.Ingest.Upload;

namespace Ocr.Ingest.Tests.Upload;

/// <summary>The boundary of a body that arrives slowly.</summary>
public sealed class BodyBoundaryTests
{
    // The reader runs inside the write. After a write, the state of the reader is final.
    private readonly Pipe _body = new(new PipeOptions(readerScheduler: PipeScheduler.Inline, useSynchronizationContext: false));

    [Fact]
    public async Task The_rest_of_the_first_line_is_awaited()
    {
        var boundary = BodyBoundary.FindAsync(_body.Reader, CancellationToken.None);
        foreach (var part in (string[])["-", "-ab", "c\r"])
        {
            await SendAsync(part);
            Assert.False(boundary.IsCompleted);
        }

        await SendAsync("\n");

        Assert.Equal("abc", await boundary);
        Assert.Equal("--abc\r\n", Encoding.ASCII.GetString((await _body.Reader.ReadAsync()).Buffer.FirstSpan));
    }

    // A line of 200 characters has two hyphens before it and a line break after it.
    [Theory]
    [InlineData(203, false)]
    [InlineData(204, true)]
    [InlineData(1000, true)]
    public async Task A_line_over_the_limit_is_not_awaited(int length, bool isRefused)
    {
        var boundary = BodyBoundary.FindAsync(_body.Reader, CancellationToken.None);

        await SendAsync("--" + new string('a', length - 2));

        Assert.Equal(isRefused, boundary.IsCompleted);
        await _body.Writer.CompleteAsync();
        Assert.Null(await boundary);
    }

    [Fact]
    public async Task A_request_that_is_cancelled_is_not_awaited()
    {
        using var client = new CancellationTokenSource();
        var boundary = BodyBoundary.FindAsync(_body.Reader, client.Token);
        await SendAsync("--abc");

        await client.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => boundary);
    }

    private async Task SendAsync(string text) => await _body.Writer.WriteAsync(Encoding.ASCII.GetBytes(text));
}
