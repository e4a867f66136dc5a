using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Ocr.ServiceDefaults.Settings;

namespace Ocr.Storage.Tests;

public sealed class ObjectStoreOptionsTests
{
    [Fact]
    public void A_bucket_needs_its_name_and_both_halves_of_its_key()
    {
        var error = Assert.Throws<OptionsValidationException>(() => Configuration(("OBJECT_STORE", "s3"), ("S3_ACCESS_KEY", "k")).GetValidated<ObjectStoreOptions>());
        Assert.Equal(2, error.Failures.Count());
        Assert.Contains("S3_BUCKET", error.Message, StringComparison.Ordinal);
        Assert.Contains("S3_SECRET_KEY", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_compatible_server_is_addressed_by_path()
    {
        using var client = ObjectStoreExtensions.Client(new ObjectStoreOptions { Endpoint = new Uri("http://localhost:9000"), AccessKey = "k", SecretKey = "s" });
        var config = Assert.IsType<Amazon.S3.AmazonS3Config>(client.Config);
        Assert.True(config.ForcePathStyle);
        Assert.Equal("http://localhost:9000/", config.ServiceURL);
    }

    [Theory]
    [InlineData("file", typeof(FileSystemObjectStore))]
    [InlineData("s3", typeof(S3ObjectStore))]
    public void The_configuration_chooses_the_store_once_for_all_services(string kind, Type expected)
    {
        var folder = Path.Combine(Path.GetTempPath(), "ocr-tests", Guid.NewGuid().ToString("N"));
        var services = new ServiceCollection();
        services.AddSingleton(Configuration(("OBJECT_STORE", kind), ("S3_BUCKET", "receipts"), ("DATA_DIR", folder)));
        services.AddObjectStore().AddObjectStore();
        using var provider = services.BuildServiceProvider();
        Assert.IsType(expected, Assert.Single(provider.GetServices<IObjectStore>()));
        Assert.Equal(kind == "file", Directory.Exists(Path.Combine(folder, "images")));
    }

    private static IConfiguration Configuration(params (string Name, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(item => KeyValuePair.Create(item.Name, (string?)item.Value))).Build();
}
