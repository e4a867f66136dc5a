using Ocr.Corpus.Layouts;

namespace Ocr.Corpus;

/// <summary>Every layout by name.</summary>
internal static class Gallery
{
    /// <summary>Distance between the seeds of payments, so that no two corpora share payments.</summary>
    private const int PaymentsASeed = 100_000;

    public static IReadOnlyDictionary<string, Func<Payment, Sample>> Layouts { get; } = new Func<Payment, Sample>[]
    {
        BdvScreens.PagomovilCard, BdvScreens.PagomovilScreen, BdvScreens.PagomovilCropped, BdvScreens.Above, BdvScreens.Transfer,
        MercantilScreens.Web, MercantilScreens.Mobile, MercantilScreens.Template, OtherScreenLayouts.Provincial, OtherScreenLayouts.Bancamiga, OtherScreenLayouts.Bnc,
        MoreScreens.Banesco, MoreScreens.BanescoTransfer, MoreScreens.Banplus, MoreScreens.CienPorCiento,
        WalletScreens.Zinli, WalletScreens.BinancePay, WalletScreens.BinanceP2P, WalletScreens.Zelle,
        GenericScreens.Beside, GenericScreens.Above, GenericScreens.Columns,
    }.ToDictionary(make => make(Payment.Make(0)).Layout);

    public static Sample Make(string layout, int seed) => Layouts[layout](Payment.Make(seed));

    /// <summary>Returns a number of receipts of every layout.</summary>
    public static IEnumerable<Sample> Corpus(int seed, int ofEach) =>
        Layouts.Values.SelectMany((make, layout) => Enumerable.Range(0, ofEach).Select(i => make(Payment.Make((seed * PaymentsASeed) + (layout * ofEach) + i))));
}
