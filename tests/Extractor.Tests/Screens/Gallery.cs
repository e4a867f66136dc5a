namespace Ocr.Extractor.Tests.Screens;

/// <summary>Every layout by name.</summary>
internal static class Gallery
{
    public static IReadOnlyDictionary<string, Func<Payment, Sample>> Layouts { get; } = new Func<Payment, Sample>[]
    {
        BdvScreens.PagomovilCard, BdvScreens.PagomovilScreen, BdvScreens.Transfer, MercantilScreens.Web, MercantilScreens.Mobile,
        OtherScreens.Provincial, OtherScreens.Bancamiga, OtherScreens.Bnc,
        MoreScreens.Banesco, MoreScreens.Banplus, MoreScreens.CienPorCiento, MoreScreens.Zinli,
    }.ToDictionary(make => make(Payment.Make(0)).Layout);

    public static TheoryData<string> Names => [.. Layouts.Keys];

    public static Sample Make(string layout, int seed) => Layouts[layout](Payment.Make(seed));
}
