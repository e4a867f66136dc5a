using System.Globalization;
using System.Text;
using Ocr.Contracts;
using Ocr.ReceiptCli.Scoring;
using Ocr.Testing.Harness;
using Xunit.Abstractions;

namespace Ocr.EndToEnd;

/// <summary>Reads the frozen receipts, which are not in the training data, with the whole system, and scores them like <c>receipt-cli score</c>.</summary>
[Collection(SharedStandalone.Name)]
public sealed class AccuracyTests(StandaloneFixture standalone, ITestOutputHelper output)
{
    private const double FieldsWanted = 98;
    private const double SuccessWanted = 97;
    private const int BatchSize = 50;

    private readonly Api _api = standalone.Api;

    [Fact]
    public async Task Fields_are_right_and_receipts_succeed_as_often_as_promised()
    {
        var truth = TruthFile.Load(Repository.Receipts);
        var receipts = new List<ScoredReceipt>();
        foreach (var chunk in truth.Chunk(BatchSize))
        {
            receipts.AddRange(await ReadAsync(chunk));
        }

        var score = new FolderScore("over HTTP", receipts);
        output.WriteLine(Table(score));

        Assert.Equal(truth.Count, receipts.Count);
        Assert.True(
            score.Stated.Percent >= FieldsWanted && score.Success.Percent >= SuccessWanted,
            $"Wanted {FieldsWanted} % of the fields and {SuccessWanted} % of the receipts.\n{Table(score)}\n{Mistakes(score)}");
    }

    private static string Table(FolderScore score)
    {
        var table = new StringBuilder();
        table.AppendLine(Line("fields", score.Stated)).AppendLine(Line("success rule", score.Success));
        foreach (var key in FieldKeys.All)
        {
            table.AppendLine(Line(key, score.Field(key)));
        }

        foreach (var (layout, part) in score.ByLayout)
        {
            table.AppendLine(Line(layout, part.Stated));
        }

        return table.ToString();
    }

    private static string Mistakes(FolderScore score) => string.Join('\n', score.Receipts.SelectMany(receipt =>
        FieldKeys.All.Where(key => !receipt.IsRight(key))
            .Select(key => $"{receipt.Truth.File} {receipt.Truth.Layout} {key}: '{receipt.Truth[key]}' read as '{receipt.Actual[key]}'")));

    private static string Line(string name, Share share) =>
        string.Create(CultureInfo.InvariantCulture, $"{name,-32} {share.Right,5} of {share.Total,5}  {share.Percent,6:0.00} %");

    private async Task<IEnumerable<ScoredReceipt>> ReadAsync(Truth[] truth)
    {
        var names = (await _api.UploadAsync([.. truth.Select((receipt, index) => Receipts.Of(receipt.File, 1000 + index))])).StoredNames();
        var requestId = (await _api.ProcessAsync()).Body.Text("request_id");
        var scored = new List<ScoredReceipt>();
        foreach (var (receipt, name) in truth.Zip(names))
        {
            var result = await _api.ResultAsync(requestId, name);
            var fields = result.Object("extracted_fields");
            var judged = result.Object("validacion_campos");
            var actual = FieldKeys.All.ToDictionary(key => key, key => fields.Text(key));
            var confidence = FieldKeys.All.ToDictionary(
                key => key, key => judged.Object(key == FieldKeys.FechaOperacion ? "fecha" : key)["confianza"]!.GetValue<double>());

            // The beneficiary's name is not a field of the API and is not scored here.
            actual[Truth.NameKey] = receipt.BeneficiaryName;
            confidence[Truth.NameKey] = 1;
            scored.Add(new ScoredReceipt { Truth = receipt, Actual = actual, Confidence = confidence, Time = TimeSpan.Zero });
        }

        return scored;
    }
}
