using System.Formats.Tar;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Ocr.Persistence;
using Ocr.Storage;
using Ocr.Testing;

namespace Ocr.Ingest.Tests.Backup;

/// <summary>Copies of rows and images, and the command that compares rows with images.</summary>
public sealed class BackupTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly TempFolder _other = new();

    public void Dispose()
    {
        _folder.Dispose();
        _other.Dispose();
    }

    [Fact]
    public async Task Rows_that_have_their_images_pass_the_check()
    {
        await using var app = await IngestApp.StartAsync(_folder);
        await app.UploadAsync(3);

        Assert.Equal(("3 rows, 3 images; 0 images without a row; 0 rows without their image", 0), await RunAsync(app, "check-images"));
    }

    [Fact]
    public async Task A_row_without_its_image_is_named_and_an_image_without_a_row_is_counted()
    {
        await using var app = await IngestApp.StartAsync(_folder);
        var names = await app.UploadAsync(2);
        var row = (await app.RowsAsync()).Single(row => row.StoredName == names[1]);
        var objects = app.Services.GetRequiredService<IObjectStore>();
        await objects.DeleteAsync(row.ObjectKey, CancellationToken.None);
        await objects.PutAsync("00/stray.png", new MemoryStream([1]), "image/png", CancellationToken.None);

        Assert.Equal(
            ($"2 rows, 2 images; 1 images without a row; 1 rows without their image: {names[1]}", 1), await RunAsync(app, "check-images"));
    }

    [Fact]
    public async Task Images_are_copied_to_a_file_and_back_byte_for_byte()
    {
        var file = Path.Combine(_folder.Name, "images.tar");
        await using var app = await IngestApp.StartAsync(_folder);
        await app.UploadAsync(3);
        Assert.Equal(($"Backup: 3 images in {file}", 0), await RunAsync(app, "backup-images", file));

        await using var other = await IngestApp.StartAsync(_other);
        Assert.Equal(($"Restored: 3 images from {file}", 0), await RunAsync(other, "restore-images", file));

        Assert.Equal(Contents(_folder), Contents(_other));
    }

    [Fact]
    public async Task A_backup_of_a_running_system_is_restored_into_an_empty_folder_only()
    {
        var file = Path.Combine(_folder.Name, "backup.tar");
        await using var app = await IngestApp.StartWithResultsAsync(_folder);
        var names = await app.UploadAsync(3);
        if (TempFolder.IsPostgres)
        {
            // PostgreSQL rows are copied by its own tools.
            Assert.Contains("pg_dump", (await Assert.ThrowsAsync<IOException>(() => RunAsync(app, "backup", file))).Message, StringComparison.Ordinal);
            Assert.False(File.Exists(file));
            return;
        }

        await app.ProcessAsync();
        Assert.Equal(($"Backup: 2 databases and 3 images in {file}", 0), await RunAsync(app, "backup", file));
        Assert.Contains("exists already", (await Assert.ThrowsAsync<IOException>(() => RunAsync(app, "backup", file))).Message, StringComparison.Ordinal);
        Assert.Contains("empty DATA_DIR", (await Assert.ThrowsAsync<IOException>(() => RunAsync(app, "restore", file))).Message, StringComparison.Ordinal);

        await using (var empty = IngestApp.ComposeWithResults(_other))
        {
            Assert.Equal(($"Restored: 2 databases and 3 images from {file}", 0), await RunAsync(empty.Services, "restore", file));
        }

        await using var restored = await IngestApp.StartWithResultsAsync(_other);
        Assert.Equal(("3 rows, 3 images; 0 images without a row; 0 rows without their image", 0), await RunAsync(restored, "check-images"));
        Assert.Equal(names.Order(StringComparer.Ordinal), (await restored.RowsAsync()).Select(row => row.StoredName).Order(StringComparer.Ordinal));
        Assert.Equal(3, (await restored.GetAsync("/api/extract_results"))["resultados"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("images/../../escaped.png")]
    [InlineData("images//etc/passwd")]
    public async Task A_name_that_leaves_the_store_is_refused(string name)
    {
        var file = Path.Combine(_folder.Name, "bad.tar");
        await using (var archive = new TarWriter(File.Create(file)))
        {
            await archive.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream([1]) });
        }

        await using var app = await IngestApp.StartAsync(_folder);
        var exception = await Assert.ThrowsAsync<IOException>(() => RunAsync(app, "restore-images", file));
        Assert.Contains("not the name of an image", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_a_backup_is_refused_with_its_name()
    {
        var file = Path.Combine(_folder.Name, "notes.txt");
        await File.WriteAllTextAsync(file, new string('x', 2000), Encoding.ASCII);
        await using var app = await IngestApp.StartAsync(_folder);

        var exception = await Assert.ThrowsAsync<IOException>(() => RunAsync(app, "restore-images", file));
        Assert.Contains("notes.txt is damaged or is not a backup", exception.Message, StringComparison.Ordinal);
    }

    private static Task<(string Report, int ExitCode)> RunAsync(IngestApp app, string name, params string[] arguments) => RunAsync(app.Services, name, arguments);

    private static Task<(string Report, int ExitCode)> RunAsync(IServiceProvider services, string name, params string[] arguments) =>
        services.GetServices<IProgramCommand>().Single(command => command.Name == name).RunAsync(arguments, CancellationToken.None);

    private static string[] Contents(TempFolder folder) =>
        [.. folder.Images.Select(file => Path.GetFileName(file) + Convert.ToHexString(File.ReadAllBytes(file))).Order(StringComparer.Ordinal)];
}
