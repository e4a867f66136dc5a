using Ocr.ReceiptCli.Scoring;
using Ocr.Recognition;
using Ocr.Testing;

namespace Ocr.ReceiptCli.Tests;

/// <summary>The frozen pictures of <c>tests/assets/conditions</c> are read at least as well as the table states.</summary>
public sealed class ConditionTests
{
    // Minimum percentage of right fields among those printed or returned; of some three dozen fields per condition, one may be wrong.
    private static readonly (string Condition, double Fields)[] Promised =
    [
        ("clean", 97), ("recompressed", 97), ("narrow", 97), ("widths", 98), ("grey", 94), ("threshold", 96), ("dark-low", 97), ("colour-bands", 95),
        ("equal-luminance", 93), ("blur", 97), ("rotated", 97), ("turned", 97), ("exif", 96), ("photo", 97), ("long", 92),
    ];

    /// <summary>Every condition with every profile.</summary>
    public static TheoryData<string, ReadingProfile, double> Wanted()
    {
        var wanted = new TheoryData<string, ReadingProfile, double>();
        foreach (var (condition, fields) in Promised)
        {
            foreach (var profile in Enum.GetValues<ReadingProfile>())
            {
                wanted.Add(condition, profile, fields);
            }
        }

        return wanted;
    }

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
    public async Task Other_pictures_are_not_classified_as_receipts()
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
