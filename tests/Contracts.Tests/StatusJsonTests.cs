using System.Text.Json.Nodes;
using Ocr.Contracts.Status;

namespace Ocr.Contracts.Tests;

public sealed class StatusJsonTests
{
    [Fact]
    public void A_section_is_read_as_it_was_written()
    {
        var written = StatusJson.Write(new ResultsSection
        {
            TotalResults = 7,
            ProcessingTimes = new() { Percentile95 = 0.89 },
            ConfidenceScores = new() { Distribution = new Dictionary<string, long> { ["0.9-1.0"] = 5, ["0.8-0.9"] = 2 } },
            CommonErrors = [new("IMAGE_UNREADABLE", 3), new(null, 1)],
        });
        Assert.Equal("0.89", written["processing_times"]!["percentile_95"]!.ToJsonString());

        var read = StatusJson.Read<ResultsSection>(written);

        Assert.Equal((7, 0.89), (read.TotalResults, read.ProcessingTimes.Percentile95));
        Assert.Equal(["0.9-1.0", "0.8-0.9"], read.ConfidenceScores.Distribution.Keys);
        Assert.Equal([new ReadingError("IMAGE_UNREADABLE", 3), new ReadingError(null, 1)], read.CommonErrors);
    }

    [Theory]
    [InlineData("""{"error": "unavailable"}""")]
    [InlineData("""{"directories": "many"}""")]
    [InlineData("""{"of_a_later_release": 1}""")]
    [InlineData("null")]
    public void A_missing_or_unreadable_value_has_its_default(string json)
    {
        var read = StatusJson.Read<IngestSection>(JsonNode.Parse(json) as JsonObject);
        Assert.Equal((0, "", 0), (read.Directories.Inbox.FilesCount, read.LastBatchId, read.CommonErrors.Count));
    }
}
