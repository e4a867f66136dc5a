using System.Globalization;
using CsCheck;

namespace Ocr.Extractor.Tests.Values;

public sealed class DateAndTimeTests
{
    [Theory]
    [InlineData("01/07/2025", "01/07/2025")]
    [InlineData("01/07/25", "01/07/2025")]
    [InlineData("01-07-2025", "01/07/2025")]
    [InlineData("01-07-25", "01/07/2025")]
    [InlineData("2025/07/01", "01/07/2025")]
    [InlineData("2025-07-01", "01/07/2025")]
    [InlineData("14 JUL 2025", "14/07/2025")]
    [InlineData("3 de agosto de 2025", "03/08/2025")]
    [InlineData("27-oct-2024", "27/10/2024")]
    [InlineData("31-ago-2024", "31/08/2024")]
    [InlineData("12/jul/2025", "12/07/2025")]
    [InlineData("01/07/ 2025", "01/07/2025")]
    [InlineData("01/ 07/2025", "01/07/2025")]
    [InlineData("01/07/202 5", "01/07/2025")]
    [InlineData("O1/07/2025", "01/07/2025")]
    [InlineData("01/07/25 07:00 pm", "01/07/2025")]
    [InlineData("01/07/2025 - 06:10:24 pm", "01/07/2025")]
    public void Reads_dates_day_first(string printed, string expected) => Assert.Equal(expected, Grammar.Value("date", printed));

    [Theory]
    [InlineData("07/14/2025", "14/07/2025")]
    [InlineData("Sep 3, 2025", "03/09/2025")]
    public void Reads_dates_of_the_United_States_with_a_rule_for_them(string printed, string expected) => Assert.Equal(expected, Grammar.Value("date-us", printed));

    [Theory]
    [InlineData("ene", "jan", 1)]
    [InlineData("feb", "feb", 2)]
    [InlineData("mar", "mar", 3)]
    [InlineData("abr", "apr", 4)]
    [InlineData("may", "may", 5)]
    [InlineData("jun", "jun", 6)]
    [InlineData("jul", "jul", 7)]
    [InlineData("ago", "aug", 8)]
    [InlineData("sep", "set", 9)]
    [InlineData("oct", "oct", 10)]
    [InlineData("nov", "nov", 11)]
    [InlineData("dic", "dec", 12)]
    public void Reads_month_names_in_Spanish_and_English(string spanish, string other, int month)
    {
        Assert.Equal($"14/{month:00}/2025", Grammar.Value("date", $"14 {spanish} 2025"));
        Assert.Equal($"14/{month:00}/2025", Grammar.Value("date", $"14 {other} 2025"));
    }

    [Theory]
    [InlineData("14 cuotas 2025")]
    [InlineData("Cuota 14 2025")]
    public void Another_word_is_not_a_month(string printed) => Assert.Null(Grammar.Match("date", printed));

    [Fact]
    public void An_impossible_date_is_kept_as_read()
    {
        var match = Grammar.Match("date", "35/07/2025")!;
        Assert.Equal("35/07/2025", match.Value);
        Assert.NotNull(match.Problem);
    }

    [Fact]
    public void Every_printed_date_is_read() => Gen.Int[0, 4000].Sample(days =>
    {
        var date = new DateOnly(2020, 1, 1).AddDays(days).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
        return Grammar.Value("date", date) == date;
    });

    [Theory]
    [InlineData("07:00 pm", "19:00")]
    [InlineData("06:10:24 pm", "18:10:24")]
    [InlineData("12:34:23PM", "12:34:23")]
    [InlineData("12:05 am", "00:05")]
    [InlineData("04:25:09 p.m", "16:25:09")]
    [InlineData("4:05 PM", "16:05")]
    [InlineData("4:05 p. m.", "16:05")]
    [InlineData("a las 3:40:29 PM", "15:40:29")]
    [InlineData("18:10", "18:10")]
    [InlineData("12:30", "12:30")]
    [InlineData("12:30:15", "12:30:15")]
    [InlineData("09 01 44 PM", "21:01:44")]
    public void Reads_times_in_24_hours(string printed, string expected) => Assert.Equal(expected, Grammar.Value("time", printed));

    [Fact]
    public void An_impossible_time_is_kept_as_read()
    {
        var match = Grammar.Match("time", "10:06:93")!;
        Assert.Equal("10:06:93", match.Value);
        Assert.NotNull(match.Problem);
    }

    [Fact]
    public void Every_12_hour_time_is_read() => Gen.Int[0, 86_399].Sample(seconds =>
    {
        var time = TimeOnly.MinValue.Add(TimeSpan.FromSeconds(seconds));
        return Grammar.Value("time", time.ToString("hh:mm:ss tt", CultureInfo.InvariantCulture)) == time.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
    });
}
