using System.Net;
using Ocr.ServiceDefaults.Outbound;

namespace Ocr.ServiceDefaults.Tests;

/// <summary>Addresses that requests to addresses of clients may reach, and those that they may not (SSRF).</summary>
public sealed class PublicAddressTests
{
    public static TheoryData<string> Public =>
    [
        "8.8.8.8", "1.1.1.1", "100.63.255.255", "100.128.0.1", "172.15.255.255", "172.32.0.1", "192.167.255.255", "169.253.255.255",
        "223.255.255.255", "168.63.129.15", "2606:4700:4700::1111", "2a00:1450:4003:80e::200e", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8",
    ];

    [Theory, MemberData(nameof(Public))]
    public void A_public_address_is_allowed(string address) => Assert.True(PublicAddress.Is(IPAddress.Parse(address)));

    public static TheoryData<string> Others =>
    [
        "0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.100.100.200", "100.127.255.255", "127.0.0.1", "127.255.0.3",
        "169.254.169.254", "168.63.129.16", "172.16.0.1", "172.31.255.255", "192.0.0.192", "192.0.2.1", "192.88.99.1", "192.168.0.1",
        "198.18.0.1", "198.19.255.255", "198.51.100.7", "203.0.113.7", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::", "::1",
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "::127.0.0.1", "64:ff9b::10.0.0.1", "64:ff9b::169.254.169.254",
        "64:ff9b:1::1", "100::1", "2001::1", "2001:db8::1", "2002:7f00:1::1", "3fff::1", "fc00::1", "fd00:ec2::254", "fe80::1", "fe80::1%1",
        "fec0::1", "ff02::1",
    ];

    [Theory, MemberData(nameof(Others))]
    public void Any_other_address_is_refused(string address) => Assert.False(PublicAddress.Is(IPAddress.Parse(address)));

    [Theory]
    [InlineData("http://127.0.0.1:1/")]
    [InlineData("http://localhost:1/")]
    [InlineData("http://[::1]:1/")]
    [InlineData("http://[::ffff:127.0.0.1]:1/")]
    [InlineData("http://2130706433:1/")]
    [InlineData("http://0x7f.1:1/")]
    public async Task The_address_is_checked_where_the_connection_is_made(string address)
    {
        using var client = new HttpClient(GuardedHttp.CreateHandler(PublicAddress.Is, TimeSpan.FromSeconds(5)));

        var fault = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(new Uri(address)));

        Assert.IsType<RefusedAddressException>(fault.InnerException);
    }

    [Fact]
    public async Task A_name_with_one_refused_address_is_refused()
    {
        var asked = new List<IPAddress>();
        using var client = new HttpClient(GuardedHttp.CreateHandler(Refuse, TimeSpan.FromSeconds(5)));

        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(new Uri("http://localhost:1/")));

        Assert.NotEmpty(asked);

        bool Refuse(IPAddress address)
        {
            asked.Add(address);
            return false;
        }
    }
}
