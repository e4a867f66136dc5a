using System.Globalization;

namespace Ocr.Corpus;

/// <summary>A generated payment: every value comes from a seeded generator, except the public table of banks.</summary>
internal sealed record Payment
{
    private static readonly string[] Names =
        ["ANA LUISA ROJAS", "PEDRO MATA", "ROSA PEÑA GIL", "JUAN CARLOS LUGO", "CARMEN DIAZ", "OMAR VIVAS", "MARÍA JOSÉ OROPEZA", "LUIS ÁVILA RON"];

    private static readonly string[] Concepts =
        ["pago", "4 15 80 88 100", "02 91 92", "rifa maria", "almuerzo", "61", "Sorteo A 33", "08 luisa", "camisa niño", "deuda de la semana", "ORDEN 77"];

    private static readonly string[] Prefixes = ["0412", "0422", "0414", "0424", "0416", "0426"];

    private readonly Random _dice;

    private Payment(Random dice) => _dice = dice;

    public required decimal Amount { get; init; }

    public required string Phone { get; init; }

    public required string Document { get; init; }

    public required string Name { get; init; }

    /// <summary>Free text of the payer, printed or not.</summary>
    public required string Concept { get; init; }

    public required DateTime When { get; init; }

    /// <summary>Twenty digits for references and accounts.</summary>
    public required string Digits { get; init; }

    /// <summary>The beneficiary's bank.</summary>
    public required PrintedBank Bank { get; init; }

    public static Payment Make(int seed)
    {
        var dice = new Random(seed);
        return new Payment(dice)
        {
            Amount = Math.Round((decimal)Math.Pow(10, 0.2 + (dice.NextDouble() * 5)), 2),
            Phone = Pick(dice, Prefixes) + Number(dice, 7),
            Document = dice.Next(3_000_000, 33_000_000).ToString(CultureInfo.InvariantCulture),
            Name = Pick(dice, Names),
            Concept = Pick(dice, Concepts),
            When = new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).AddMinutes(dice.Next(700_000)).AddSeconds(dice.Next(60)),
            Digits = Number(dice, 20),
            Bank = Pick(dice, PrintedBank.All),
        };
    }

    public string Plain => Amount.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary><c>1.234,56</c></summary>
    public string Money => UsMoney.Replace(',', ' ').Replace('.', ',').Replace(' ', '.');

    /// <summary><c>1,234.56</c></summary>
    public string UsMoney => Amount.ToString("#,##0.00", CultureInfo.InvariantCulture);

    public string Date => Format("dd/MM/yyyy");

    public string Dotted => int.Parse(Document, CultureInfo.InvariantCulture).ToString("#,##0", CultureInfo.InvariantCulture).Replace(',', '.');

    /// <summary>The phone with a dash, as some apps print it.</summary>
    public string DashedPhone => $"{Phone[..4]}-{Phone[4..]}";

    /// <summary>The last four digits of an account.</summary>
    public string Tail => Digits[^4..];

    /// <summary>The first digits, with leading zeros.</summary>
    public string Reference(int length) => ("00" + Digits)[..length];

    public string Format(string format) => When.ToString(format, CultureInfo.InvariantCulture);

    /// <summary>Chooses one of several variants; deterministic per payment and order of calls.</summary>
    public string Choose(params string[] options) => Pick(_dice, options);

    /// <summary>Returns <see langword="true"/> for this percentage of payments.</summary>
    public bool Chance(int percent) => _dice.Next(100) < percent;

    private static string Number(Random dice, int digits) => string.Concat(Enumerable.Range(0, digits).Select(_ => (char)('0' + dice.Next(10))));

    private static T Pick<T>(Random dice, IReadOnlyList<T> options) => options[dice.Next(options.Count)];
}
