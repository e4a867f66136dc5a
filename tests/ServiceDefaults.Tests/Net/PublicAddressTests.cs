using System.Net;
using CsCheck;
using Ocr.ServiceDefaults.Net;

namespace Ocr.ServiceDefaults.Tests.Net;

public sealed class PublicAddressTests
{
    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("1.1.1.1")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.0")]
    [InlineData("192.169.0.1")]
    [InlineData("223.255.255.255")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("2606:4700:4700::1111")]
    [InlineData("2a00:1450:4001::1")]
    public void A_public_address_is_contained(string address) => Assert.True(PublicAddresses.Contain(IPAddress.Parse(address)));

    public static TheoryData<string> Special =>
    [
        "0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.100.100.200", "100.127.255.255", "127.0.0.1",
        "127.1.2.3", "168.63.129.16", "169.254.169.254", "169.254.0.1", "172.16.0.1", "172.31.255.255", "192.0.0.192", "192.0.2.1",
        "192.88.99.1", "192.168.1.1", "198.18.0.1", "198.19.255.255", "198.51.100.1", "203.0.113.1", "224.0.0.1", "240.0.0.1",
        "255.255.255.255", "::", "::1", "::7f00:1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254",
        "64:ff9b::7f00:1", "64:ff9b:1::1", "100::1", "2001::1", "2001:db8::1", "2002:7f00:1::1", "3fff::1", "fc00::1",
        "fd00:ec2::254", "fe80::1", "fe80::1%2", "fec0::1", "ff02::1",
    ];

    [Theory, MemberData(nameof(Special))]
    public void A_special_address_is_not_contained(string address) => Assert.False(PublicAddresses.Contain(IPAddress.Parse(address)));

    [Fact]
    public void The_mapped_form_of_an_address_counts_as_the_address() =>
        Gen.Byte.Array[4].Sample(bytes =>
        {
            var address = new IPAddress(bytes);
            return PublicAddresses.Contain(address) == PublicAddresses.Contain(address.MapToIPv6());
        });

    [Theory]
    [InlineData("", true)]
    [InlineData("10.0.0.0/8, ::1, 192.168.1.5", true)]
    [InlineData("10.0.0.0/33", false)]
    [InlineData("example.com", false)]
    public void A_list_of_networks_names_its_wrong_entries(string setting, bool isRight) => Assert.Equal(isRight, !NetworkList.Wrong(setting).Any());

    [Theory]
    [InlineData("10.1.2.3", true)]
    [InlineData("::ffff:10.1.2.3", true)]
    [InlineData("11.1.2.3", false)]
    [InlineData("::1", true)]
    [InlineData("::2", false)]
    public void A_list_contains_the_addresses_of_its_networks(string address, bool isContained) =>
        Assert.Equal(isContained, NetworkList.Parse("10.0.0.0/8,::1").Contains(IPAddress.Parse(address)));
}
