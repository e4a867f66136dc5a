using System.Globalization;
using Ocr.Ingest.Upload;

namespace Ocr.Ingest.Tests.Upload;

public sealed class FreeNamesTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1000)]
    [InlineData(1_000_000)]
    public async Task The_next_free_name_takes_few_queries_however_many_are_taken(int taken)
    {
        var queries = 0;
        var names = new FreeNames(name =>
        {
            queries++;
            return Task.FromResult(Number(name) <= taken);
        });

        Assert.Equal(taken + 1, Number(await names.TakeAsync("recibo", "png")));
        Assert.True(queries <= 2 + (2 * Math.Log2(taken + 1)), $"{queries} queries for {taken} names");
    }

    [Fact]
    public async Task Names_of_one_upload_differ()
    {
        var names = new FreeNames(name => Task.FromResult(name == "recibo.png"));
        Assert.Equal(["recibo_2.png", "recibo_3.png"], [await names.TakeAsync("recibo", "png"), await names.TakeAsync("recibo", "png")]);
    }

    private static int Number(string name) => name.Split('_', '.') is [_, var number, _] ? int.Parse(number, CultureInfo.InvariantCulture) : 1;
}
