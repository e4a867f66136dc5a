using Ocr.Contracts;
using Ocr.Corpus;

namespace Ocr.Extractor.Tests;

public sealed class MetamorphicTests
{
    public static TheoryData<string, double, double, double> Changes
    {
        get
        {
            var data = new TheoryData<string, double, double, double>();
            foreach (var layout in Gallery.Layouts.Keys)
            {
                data.Add(layout, 0.4, 0, 0);
                data.Add(layout, 2.5, 0, 0);
                data.Add(layout, 1, 37, 0);
                data.Add(layout, 1, 0, 1);
                data.Add(layout, 1, 0, -1);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void Scaling_shifting_and_tilting_the_boxes_change_no_field(string layout, double scale, double shift, double degrees)
    {
        var sample = Gallery.Make(layout, 11);
        WordBox[] words = [.. sample.Screen.Words.Select(word => Move(word, scale, shift, degrees * Math.PI / 180))];
        var fields = Shipped.Engine.Extract(words, (int)(sample.Screen.Width * scale), (int)(sample.Screen.Height * scale)).Fields;
        Assert.All(FieldKeys.All, key => Assert.Equal($"{key}={sample.Expected(key)}", $"{key}={fields[key].Value}"));
    }

    [Theory]
    [MemberData(nameof(Layouts.Names), MemberType = typeof(Layouts))]
    public void The_order_in_which_words_were_recognized_changes_no_field(string layout)
    {
        var sample = Gallery.Make(layout, 12);
        WordBox[] words = [.. sample.Screen.Words];
        new Random(5).Shuffle(words);
        var fields = Shipped.Engine.Extract(words, sample.Screen.Width, sample.Screen.Height).Fields;
        Assert.All(FieldKeys.All, key => Assert.Equal($"{key}={sample.Expected(key)}", $"{key}={fields[key].Value}"));
    }

    private static WordBox Move(WordBox word, double scale, double shift, double angle)
    {
        var (sin, cos) = Math.SinCos(angle);
        double centerX = (word.X0 + word.X1) / 2.0, centerY = (word.Y0 + word.Y1) / 2.0;
        double x = (centerX * cos) - (centerY * sin), y = (centerX * sin) + (centerY * cos);
        double width = word.X1 - word.X0, height = word.Y1 - word.Y0;
        double halfWidth = ((width * cos) + (height * Math.Abs(sin))) / 2, halfHeight = ((width * Math.Abs(sin)) + (height * cos)) / 2;
        int Place(double value) => (int)Math.Round((value * scale) + shift);
        return word with { X0 = Place(x - halfWidth), Y0 = Place(y - halfHeight), X1 = Place(x + halfWidth), Y1 = Place(y + halfHeight) };
    }
}
