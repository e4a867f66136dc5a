using Ocr.ReceiptCli.Scoring;
using Ocr.Recognition;
using Ocr.Testing;

namespace Ocr.ReceiptCli.Tests;

/// <summary>The frozen pictures of <c>tests/assets/conditions</c> are read as well as the table promises, and no worse tomorrow.</summary>
public sealed class ConditionTests
{
    /// <summary>Least per cent of the fields printed or claimed that must be right, by condition and profile.</summary>
    public static TheoryData<string, ReadingProfile, double> Wanted => new()
    {
        { "clean", ReadingProfile.Balanced, 98 },
        { "recompressed", ReadingProfile.Balanced, 95 },
        { "narrow", ReadingProfile.Balanced, 95 },
        { "grey", ReadingProfile.Balanced, 95 },
        { "threshold", ReadingProfile.Balanced, 90 },
        { "dark-low", ReadingProfile.Balanced, 95 },
        { "colour-bands", ReadingProfile.Balanced, 90 },
        { "blur", ReadingProfile.Balanced, 90 },
        { "rotated", ReadingProfile.Balanced, 85 },
        { "exif", ReadingProfile.Balanced, 95 },
        { "photo", ReadingProfile.Balanced, 85 },
        { "long", ReadingProfile.Balanced, 80 },
        { "clean", ReadingProfile.Thorough, 97 },
        { "photo", ReadingProfile.Thorough, 85 },
    };

    [Theory]
    [MemberData(nameof(Wanted))]
    public async Task Fields_are_right_as_often_as_promised(string condition, ReadingProfile profile, double fields)
    {
        var score = await ScoreAsync(condition, profile);
        Assert.True(score.Stated.Percent >= fields, $"{condition}, {profile}: {score.Stated.Percent:F1} % of the fields, wanted {fields} %.\n{Mistakes(score)}");
    }

    [Fact]
    public async Task A_clean_receipt_is_never_taken_for_something_else() =>
        Assert.All((await ScoreAsync("clean", ReadingProfile.Balanced)).Receipts, receipt => Assert.True(receipt.TakenForReceipt, receipt.Truth.File));

    [Fact]
    public async Task What_is_no_receipt_is_not_taken_for_one()
    {
        var score = await ScoreAsync("other", ReadingProfile.Balanced);
        Assert.Equal("", string.Join(", ", score.Receipts.Where(receipt => receipt.TakenForReceipt).Select(receipt => receipt.Truth.File + " " + receipt.Truth.Layout)));
    }

    private static async Task<FolderScore> ScoreAsync(string condition, ReadingProfile profile)
    {
        using var pipeline = Pipeline.Open(null, null, profile);
        var folder = new DirectoryInfo(Path.Combine(RepositoryRoot.Path, "tests", "assets", "conditions", condition));
        return await new FolderScorer(pipeline, null).ScoreAsync(folder, Environment.ProcessorCount, CancellationToken.None);
    }

    private static string Mistakes(FolderScore score) => string.Join('\n', score.Receipts.SelectMany(receipt => Truth.Keys.Where(key => !receipt.IsRight(key))
        .Select(key => $"{receipt.Truth.File} {key}: '{receipt.Truth[key]}' read as '{receipt.Actual[key]}'")));
}
