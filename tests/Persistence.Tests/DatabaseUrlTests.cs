using Npgsql;

namespace Ocr.Persistence.Tests;

public sealed class DatabaseUrlTests
{
    [Theory]
    [InlineData("postgresql://user:password@localhost:5432/ocr_db", "localhost", 5432, "ocr_db", "user", "password")]
    [InlineData("postgres://user@db.internal/ocr", "db.internal", 5432, "ocr", "user", null)]
    [InlineData("postgresql://a%40b:p%2Fw%3A1@h:6000/x", "h", 6000, "x", "a@b", "p/w:1")]
    public void An_address_is_read(string url, string host, int port, string database, string user, string? password)
    {
        Assert.True(DatabaseUrl.TryParse(url, out var text));
        var builder = new NpgsqlConnectionStringBuilder(text);
        Assert.Equal((host, port, database, user, password), (builder.Host, builder.Port, builder.Database, builder.Username, builder.Password));
    }

    [Fact]
    public void Parameters_are_passed_on()
    {
        Assert.True(DatabaseUrl.TryParse("postgresql://u:p@h/x?sslmode=verify-full&Timeout=5", out var text));
        var builder = new NpgsqlConnectionStringBuilder(text);
        Assert.Equal((SslMode.VerifyFull, 5), (builder.SslMode, builder.Timeout));
    }

    [Theory]
    [InlineData("postgresql://u:p@h/x?RootCertificate=/etc/my-ca/root-1.pem&sslmode=verify-ca", "/etc/my-ca/root-1.pem")]
    [InlineData("postgresql://u:p@h/x?Root%20Certificate=%2Fetc%2Fmy-ca%2Froot-1.pem&SSL%20Mode=verify-ca", "/etc/my-ca/root-1.pem")]
    public void Names_and_values_are_unescaped_and_otherwise_left_as_they_are(string url, string certificate)
    {
        Assert.True(DatabaseUrl.TryParse(url + "&Options=-c%20statement_timeout%3D5s", out var text));
        var builder = new NpgsqlConnectionStringBuilder(text);
        Assert.Equal(
            (certificate, SslMode.VerifyCA, "-c statement_timeout=5s"), (builder.RootCertificate, builder.SslMode, builder.Options));
    }

    [Theory]
    [InlineData("postgresql://u:p@h/x", DatabaseUrl.PoolSize)]
    [InlineData("postgresql://u:p@h/x?Maximum%20Pool%20Size=40", 40)]
    [InlineData("postgresql://u:p@h/x?MaxPoolSize=7", 7)]
    public void A_process_holds_few_connections_unless_the_address_says_otherwise(string url, int connections)
    {
        Assert.True(DatabaseUrl.TryParse(url, out var text));
        Assert.Equal(connections, new NpgsqlConnectionStringBuilder(text).MaxPoolSize);
    }

    [Theory]
    [InlineData("postgresql://u:p@h/x", true)]
    [InlineData("postgresql://u:p@h/x?MaxAutoPrepare=0", false)]
    public void Statements_are_prepared_unless_the_address_says_otherwise(string url, bool prepared)
    {
        Assert.True(DatabaseUrl.TryParse(url, out var text));
        Assert.Equal(prepared, new NpgsqlConnectionStringBuilder(text).MaxAutoPrepare > 0);
    }

    [Theory]
    [InlineData("postgresql://u:p@h/x", true)]
    [InlineData("postgresql://u:p@h/x?No%20Reset%20On%20Close=false", false)]
    public void A_connection_is_not_reset_between_uses_unless_the_address_says_otherwise(string url, bool kept)
    {
        Assert.True(DatabaseUrl.TryParse(url, out var text));
        Assert.Equal(kept, new NpgsqlConnectionStringBuilder(text).NoResetOnClose);
    }

    [Theory]
    [InlineData("")]
    [InlineData("localhost")]
    [InlineData("mysql://u:p@h/x")]
    [InlineData("postgresql://u:p@h")]
    [InlineData("postgresql://u:p@h/x?nonsense=1")]
    [InlineData("postgresql://u:p@h/x?sslmode=maybe")]
    public void Anything_else_is_refused(string url) => Assert.False(DatabaseUrl.TryParse(url, out _));
}
