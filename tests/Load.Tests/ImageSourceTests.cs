using System.Runtime.Versioning;
using Ocr.Load.Traffic;

// The class reads /proc.
[assembly: SupportedOSPlatform("linux")]

namespace Ocr.Load.Tests;

public sealed class ImageSourceTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ocr-load-");

    public ImageSourceTests() => File.WriteAllBytes(Path.Combine(_folder.FullName, "a.jpg"), [0xFF, 0xD8, 1, 2, 3]);

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_new_image_is_the_receipt_with_a_comment_that_no_other_has()
    {
        var source = new ImageSource(_folder.FullName, 1);

        var (first, second) = (source.Take(Kind.New).Content, source.Take(Kind.New).Content);

        Assert.NotEqual(first, second);
        Assert.Equal([0xFF, 0xD8, 0xFF, 0xFE, 0x00, 0x12], first[..6]);
        Assert.Equal([1, 2, 3], first[22..]);
    }

    [Fact]
    public void Only_what_was_accepted_is_repeated()
    {
        var source = new ImageSource(_folder.FullName, 1);
        Assert.Equal(Kind.New, source.Take(Kind.Repeated).Kind);

        var image = source.Take(Kind.New);
        source.Accepted(image);

        Assert.Equal(image.Content, source.Take(Kind.Repeated).Content);
    }

    [Fact]
    public void Kinds_come_in_their_shares()
    {
        var source = new ImageSource(_folder.FullName, 1);
        var kinds = Enumerable.Range(0, 10_000).Select(_ => source.Draw(0.25, 0.1)).ToLookup(kind => kind);

        Assert.InRange(kinds[Kind.New].Count(), 6300, 6700);
        Assert.InRange(kinds[Kind.Repeated].Count(), 2300, 2700);
        Assert.InRange(kinds[Kind.Damaged].Count(), 400, 600);
        Assert.InRange(kinds[Kind.Refused].Count(), 400, 600);
    }
}
