using System.Globalization;

namespace Ocr.Extractor.Tests.Screens;

/// <summary>A payment that was never made: every value comes from a seeded generator.</summary>
internal sealed record Payment(
    decimal Amount, string Phone, string Document, string Name, string Concept, DateTime When, string Digits)
{
    private static readonly string[] Names = ["ANA LUISA ROJAS", "PEDRO MATA", "ROSA PEÑA GIL", "JUAN CARLOS LUGO", "CARMEN DIAZ", "OMAR VIVAS"];
    private static readonly string[] Concepts = ["pago", "4 15 80 88 100", "02 91 92", "rifa maria", "almuerzo", "61", "Sorteo A 33"];
    private static readonly string[] Prefixes = ["0412", "0422", "0414", "0424", "0416", "0426"];

    public static Payment Make(int seed)
    {
        var random = new Random(seed);
        return new Payment(
            random.Next(100, 9_999_999) / 100m,
            Pick(random, Prefixes) + Number(random, 7),
            random.Next(3_000_000, 33_000_000).ToString(CultureInfo.InvariantCulture),
            Pick(random, Names),
            Pick(random, Concepts),
            new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).AddMinutes(random.Next(700_000)).AddSeconds(random.Next(60)),
            Number(random, 20));
    }

    public string Plain => Amount.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary><c>1.234,56</c></summary>
    public string Money => Amount.ToString("#,##0.00", CultureInfo.InvariantCulture).Replace(',', ' ').Replace('.', ',').Replace(' ', '.');

    /// <summary><c>1,234.56</c></summary>
    public string UsMoney => Amount.ToString("#,##0.00", CultureInfo.InvariantCulture);

    public string Date => Format("dd/MM/yyyy");

    public string Dotted => int.Parse(Document, CultureInfo.InvariantCulture).ToString("#,##0", CultureInfo.InvariantCulture).Replace(',', '.');

    /// <summary>The first digits, led by zeros.</summary>
    public string Reference(int length) => ("00" + Digits)[..length];

    public string Format(string format) => When.ToString(format, CultureInfo.InvariantCulture);

    private static string Number(Random random, int digits) => string.Concat(Enumerable.Range(0, digits).Select(_ => (char)('0' + random.Next(10))));

    private static string Pick(Random random, string[] options) => options[random.Next(options.Length)];
}
