using Ocr.Contracts;
using Ocr.Corpus;

namespace Ocr.Extractor.Tests;

public sealed class LayoutTests
{
    private const int Receipts = 40;

    [Theory]
    [MemberData(nameof(Layouts.Names), MemberType = typeof(Layouts))]
    public void Reads_all_sixteen_fields(string layout)
    {
        for (var seed = 1; seed <= Receipts; seed++)
        {
            var sample = Gallery.Make(layout, seed);
            // a bank's name that looks like a label needs the model
            var engine = layout == "bnc" ? Shipped.WithModel : Shipped.Engine;
            var fields = engine.Extract(sample.Screen.Words, sample.Screen.Width, sample.Screen.Height).Fields;
            Assert.Equal(FieldKeys.All, fields.Keys);
            Assert.All(FieldKeys.All, key => Assert.Equal($"{key}={sample.Expected(key)}", $"{key}={fields[key].Value}"));
        }
    }

    [Theory]
    [MemberData(nameof(Layouts.Names), MemberType = typeof(Layouts))]
    public void Removing_the_words_of_a_field_blanks_it_and_the_fields_derived_from_it(string layout)
    {
        var sample = Gallery.Make(layout, 7);
        foreach (var removed in sample.Screen.Fields)
        {
            var read = Shipped.Engine.Extract(sample.Screen.Without(removed), sample.Screen.Width, sample.Screen.Height);
            var gone = removed == Sample.NameKey ? read.BeneficiaryName : read.Fields[removed];
            Assert.Equal($"{removed}={Inferred(sample, removed)}", $"{removed}={gone.Value}");
            Assert.All(FieldKeys.All.Where(key => !DependsOn(sample, key, removed)), key => Assert.Equal($"{key}={sample.Expected(key)}", $"{key}={read.Fields[key].Value}"));
        }
    }

    [Theory]
    [MemberData(nameof(Layouts.Names), MemberType = typeof(Layouts))]
    public void Calls_a_payment_a_receipt(string layout) => Assert.True(Shipped.Read(Gallery.Make(layout, 3).Screen).IsReceipt);

    /// <summary>Values that follow from other words of the receipt: the bank whose code an account starts with, the app's own bank.</summary>
    private static string Inferred(Sample sample, string removed) => removed switch
    {
        FieldKeys.BancoDestino when sample.Expected(FieldKeys.CuentaDestino) is ['0', ..] => sample.Expected(removed),
        FieldKeys.BancoOrigen when sample.Layout is "banesco" or "banesco-transfer" => "BANESCO",
        _ => "",
    };

    private static bool DependsOn(Sample sample, string key, string removed) => key == removed || removed switch
    {
        FieldKeys.Referencia => key is FieldKeys.NumeroOperacion or FieldKeys.ComprobantePago,
        FieldKeys.FechaOperacion => key is FieldKeys.HoraOperacion,
        FieldKeys.Telefono or FieldKeys.CuentaDestino => key is FieldKeys.TipoTransaccion,
        FieldKeys.BancoOrigen => key is FieldKeys.CanalPago,
        FieldKeys.CuentaOrigen => key is FieldKeys.BancoOrigen && sample.Layout.StartsWith("generic", StringComparison.Ordinal),
        _ => false,
    };
}
