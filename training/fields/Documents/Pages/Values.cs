using System.Globalization;
using Ocr.Extractor.Scoring;

namespace Ocr.FieldDocuments.Pages;

/// <summary>The formats in which receipts print values. A document uses one format of each kind.</summary>
internal sealed class Values(Dice dice)
{
    private static readonly string[] Months =
        ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"];

    private static readonly string[] Weekdays = ["domingo", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado"];

    private readonly int _phone = dice.Whole(0, 11);
    private readonly int _document = dice.Whole(0, 9);
    private readonly int _date = dice.Whole(0, 15);
    private readonly int _time = dice.Whole(0, 9);
    private readonly string _unit = dice.Of("Bs.", "Bs.", "Bs.", "Bs", "Bs", "BS.", "Bs.S", "VES", "Bs.D", "VED");
    private readonly int _amount = dice.Whole(0, 9);

    public string Phone(string phone, bool masked) => masked
        ? dice.Whole(0, 4) switch
        {
            0 => $"{phone[..4]}****{phone[^3..]}",
            1 => $"{phone[..4]} - ....{phone[^3..]}",
            2 => $"04**-***{phone[^4..]}",
            3 => $"{phone[..4]}***{phone[^4..]}",
            _ => $"****{phone[^4..]}",
        }
        : _phone switch
        {
            < 4 => phone,
            4 or 5 => $"{phone[..4]}-{phone[4..]}",
            6 => $"{phone[..4]} {phone[4..7]} {phone[7..]}",
            7 => $"+58 {phone[1..4]} {phone[4..]}",
            8 => $"+58{phone[1..]}",
            9 => $"58{phone[1..]}",
            10 => $"({phone[..4]}) {phone[4..7]}-{phone[7..]}",
            _ => $"{phone[..4]}-{phone[4..7]}.{phone[7..9]}.{phone[9..]}",
        };

    public string Document(string letter, string digits)
    {
        var dotted = int.Parse(digits, CultureInfo.InvariantCulture).ToString("#,##0", CultureInfo.InvariantCulture).Replace(',', '.');
        return letter is "J" or "G" && dice.Chance(0.6) ? $"{letter}-{digits[..8].PadLeft(8, '0')}-{dice.Whole(0, 9)}"
            : _document switch
            {
                0 or 1 => $"{letter}-{digits}",
                2 or 3 => letter + digits,
                4 => $"{letter}-{dotted}",
                5 => $"{letter} - {dotted}",
                6 => digits,
                7 => dotted,
                8 => $"{letter} {digits}",
                _ => $"{letter}:{digits}",
            };
    }

    public string Date(DateTime when) => _date switch
    {
        < 5 => when.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        5 => when.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture),
        6 => when.ToString("dd/MM/yy", CultureInfo.InvariantCulture),
        7 => when.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        8 => when.ToString("d/M/yyyy", CultureInfo.InvariantCulture),
        9 => $"{when.Day} de {Months[when.Month - 1]} de {when.Year}",
        10 => $"{when.Day} {Months[when.Month - 1][..3].ToUpperInvariant()} {when.Year}",
        11 => $"{Weekdays[(int)when.DayOfWeek]}, {when.Day} de {Months[when.Month - 1]} de {when.Year}",
        12 => $"{when.Day:00} {Months[when.Month - 1][..3]}. {when.Year}",
        13 => $"{when.Day:00}-{Months[when.Month - 1][..3]}-{when.Year}",
        14 => when.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture),
        _ => $"{when.Day} {Months[when.Month - 1]} {when.Year}",
    };

    public string Time(DateTime when)
    {
        var half = when.Hour < 12 ? "a" : "p";
        return _time switch
        {
            0 => when.ToString("HH:mm", CultureInfo.InvariantCulture),
            1 or 2 => when.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
            3 => when.ToString("hh:mm ", CultureInfo.InvariantCulture) + half + "m",
            4 => when.ToString("h:mm ", CultureInfo.InvariantCulture) + half.ToUpperInvariant() + "M",
            5 => when.ToString("hh:mm:ss", CultureInfo.InvariantCulture) + half.ToUpperInvariant() + "M",
            6 => when.ToString("h:mm ", CultureInfo.InvariantCulture) + half + ". m.",
            7 => when.ToString("hh:mm", CultureInfo.InvariantCulture) + half.ToUpperInvariant() + "M",
            8 => when.ToString("h:mm:ss ", CultureInfo.InvariantCulture) + half.ToUpperInvariant() + ". M.",
            _ => when.ToString("HH:mm", CultureInfo.InvariantCulture) + (dice.Chance(0.5) ? "h" : ""),
        };
    }

    /// <summary>An amount in bolívares, with its unit unless its label contains it.</summary>
    public List<Piece> Amount(decimal value, FieldTag tag, bool bare = false)
    {
        var text = _amount == 9 ? value.ToString("0.00", CultureInfo.InvariantCulture).Replace('.', ',') : _amount == 8 ? US(value) : Local(value);
        if (value == decimal.Truncate(value) && dice.Chance(0.06))
        {
            text = text[..^3];
        }

        var sign = dice.Chance(0.05) ? "-" : "";
        return bare ? [new Piece(sign + text, tag)]
            : _amount switch
            {
                < 4 => [new Piece(sign + _unit, tag), new Piece(text, tag)],
                4 => [new Piece(sign + _unit + text, tag)],
                5 or 6 => [new Piece(sign + text, tag), new Piece(_unit, tag)],
                7 => [new Piece(sign + text, tag)],
                _ => [new Piece(sign + _unit, tag), new Piece(text, tag)],
            };
    }

    /// <summary>A large amount: small or raised unit, raised cents, with or without separator.</summary>
    public List<Piece> Hero(decimal value, FieldTag tag)
    {
        var text = Local(value);
        var pieces = new List<Piece>();
        var small = dice.Between(0.38, 0.75);
        if (dice.Chance(0.3))
        {
            var cents = text[^2..];
            pieces.Add(new Piece(dice.Chance(0.5) ? text[..^3] : text[..^2], tag));
            pieces.Add(new Piece(cents, tag) { Scale = small, Raised = dice.Chance(0.75), Glued = dice.Chance(0.8) });
        }
        else
        {
            pieces.Add(new Piece(text, tag));
        }

        if (dice.Chance(0.75))
        {
            var unit = new Piece(_unit, tag) { Scale = dice.Chance(0.6) ? small : 1, Raised = dice.Chance(0.4) };
            pieces.Insert(dice.Chance(0.65) ? 0 : pieces.Count, unit);
        }

        return pieces;
    }

    public List<Piece> Dollars(decimal value, FieldTag tag)
    {
        var text = dice.Chance(0.5) ? US(value) : Local(value);
        return dice.Whole(0, 4) switch
        {
            0 => [new Piece("$", tag), new Piece(text, tag)],
            1 => [new Piece("$" + text, tag)],
            2 => [new Piece("USD", tag), new Piece(text, tag)],
            3 => [new Piece(text, tag), new Piece("USD", tag)],
            _ => [new Piece(text, tag), new Piece("$", tag)],
        };
    }

    public static string Local(decimal value) => US(value).Replace(',', ' ').Replace('.', ',').Replace(' ', '.');

    private static string US(decimal value) => value.ToString("#,##0.00", CultureInfo.InvariantCulture);
}
