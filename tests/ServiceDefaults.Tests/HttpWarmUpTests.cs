using System.Net;
using Ocr.ServiceDefaults.Warming;

namespace Ocr.ServiceDefaults.Tests;

public sealed class HttpWarmUpTests
{
    [Fact]
    public async Task The_server_of_a_warm_up_is_on_loopback_only_and_ends_with_it()
    {
        using var client = new HttpClient();
        var server = await LoopbackServer.StartAsync(CancellationToken.None);
        var address = server.Address;
        Assert.True(IPAddress.IsLoopback(IPAddress.Parse(address.Host)));
        using (var response = await client.PostAsync(address, new ByteArrayContent(new byte[100_000])))
        {
            Assert.Equal((HttpStatusCode.OK, "{}"), (response.StatusCode, await response.Content.ReadAsStringAsync()));
        }

        await server.DisposeAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(address));
    }

    [Fact]
    public async Task A_warm_up_sends_one_request_per_pass()
    {
        var warmUp = new HttpWarmUp();
        await warmUp.RunAsync(CancellationToken.None);
        await warmUp.RunAsync(CancellationToken.None);
        await warmUp.EndAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => warmUp.RunAsync(CancellationToken.None));
    }
}
