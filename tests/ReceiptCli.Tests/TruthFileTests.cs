using System.Text.Json.Nodes;
using Ocr.Contracts;
using Ocr.ReceiptCli.Scoring;

namespace Ocr.ReceiptCli.Tests;

public sealed class TruthFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("truth").FullName;

    [Fact]
    public void Reads_layout_fields_and_name_and_ignores_words()
    {
        File.WriteAllText(Path.Combine(_folder, "a.jpg"), "");
        Write("a.jpg", "bdv", "José");
        var truth = Assert.Single(TruthFile.Load(_folder));
        Assert.Equal(("a.jpg", "bdv", "José", "valor de monto"), (truth.File, truth.Layout, truth.BeneficiaryName, truth[FieldKeys.Monto]));
    }

    [Fact]
    public void Reads_the_state_of_the_payment_and_rejects_an_unknown_one()
    {
        File.WriteAllText(Path.Combine(_folder, "a.jpg"), "");
        Write("a.jpg", "bdv", "");
        Assert.True(Assert.Single(TruthFile.Load(_folder)).IsPaid);
        Write("a.jpg", "bdv", "", state: "pendiente");
        Assert.False(Assert.Single(TruthFile.Load(_folder)).IsPaid);
        Write("a.jpg", "bdv", "", state: "pagado");
        Assert.Contains("estado_pago 'pagado' is not one of: realizado", Assert.Throws<TruthException>(() => TruthFile.Load(_folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_missing_images_layouts_and_fields()
    {
        Write("gone.jpg", "", "", without: FieldKeys.Cedula);
        var message = Assert.Throws<TruthException>(() => TruthFile.Load(_folder)).Message;
        Assert.Contains("gone.jpg: there is no such image", message, StringComparison.Ordinal);
        Assert.Contains("gone.jpg: has no layout", message, StringComparison.Ordinal);
        Assert.Contains("gone.jpg: has no field cedula", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reports_that_there_is_no_truth() => Assert.Throws<TruthException>(() => TruthFile.Load(_folder));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(string file, string layout, string name, string? without = null, string? state = null)
    {
        var fields = new JsonObject();
        foreach (var key in FieldKeys.All.Where(key => key != without))
        {
            fields[key] = $"valor de {key}";
        }

        var entry = new JsonObject { ["layout"] = layout, ["fields"] = fields, ["nombre_beneficiario"] = name, ["words"] = new JsonArray() };
        if (state is not null)
        {
            entry["estado_pago"] = state;
        }

        File.WriteAllText(Path.Combine(_folder, "truth.json"), new JsonObject { [file] = entry }.ToJsonString());
    }
}
