namespace Ocr.Deploy.Tests.Docs;

/// <summary>The page for operators says what the program does.</summary>
public sealed class OperationsTests
{
    private const int TwoPages = 150;
    private const string Mark = "<!-- settings -->";
    private static readonly string File = Path.Combine(Testing.RepositoryRoot.Path, "docs", "operations.md");
    private static readonly string[] Page = System.IO.File.ReadAllLines(File);

    [Fact]
    public void Every_setting_is_listed_with_its_default_and_its_readers()
    {
        var expected = SettingTable.Lines();
        Assert.NotEmpty(expected);
        var before = Page.TakeWhile(line => line != Mark).Count() + 3;
        var listed = Page.Skip(before).TakeWhile(line => line.StartsWith('|')).ToArray();
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            System.IO.File.WriteAllLines(File, [.. Page.Take(before), .. expected, .. Page.Skip(before + listed.Length)]);
        }
        else
        {
            Assert.True(expected.SequenceEqual(listed), $"Run this test with UPDATE_DOCS=1, or make the table:\n{string.Join('\n', expected)}");
        }
    }

    [Fact]
    public void It_stays_a_page_that_is_read() => Assert.InRange(Page.Length, 40, TwoPages);
}
