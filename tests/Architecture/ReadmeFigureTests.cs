namespace Ocr.Architecture;

public sealed class ReadmeFigureTests
{
    [Fact]
    public void Every_figure_of_the_readme_is_in_the_results_page_of_its_row()
    {
        var missing = ReadmeFigures.Missing(Repository.Read("README.md"), Repository.Read, out var rows);
        Assert.Empty(missing);
        Assert.InRange(rows, 5, 50);
    }

    [Fact]
    public void A_figure_that_is_not_in_the_linked_page_is_reported()
    {
        const string readme = "| rate | 5.7 × · 24.4 | [load](benchmarks/results/load.md) |\n";
        Assert.Equal(["5.7 is not in benchmarks/results/load.md"], ReadmeFigures.Missing(readme, _ => "**5.69 ×** and 24.4", out var rows));
        Assert.Equal(1, rows);
    }
}
