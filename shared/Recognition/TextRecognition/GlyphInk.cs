using System.Numerics.Tensors;

namespace Ocr.Recognition.TextRecognition;

/// <summary>Finds where the letters of a crop are: runs of columns with ink, and their rows.</summary>
internal readonly ref struct GlyphInk
{
    // A letter starts within this fraction of the crop's height from its middle row: the middle lies between the baseline and the top of small letters.
    private const double Reach = 0.15;

    // Rows at the top and bottom that may show neighboring lines.
    private const int Margin = 2;

    private readonly ReadOnlySpan<float> _pixels;
    private readonly int _stride;
    private readonly int _width;
    private readonly int _height;
    private readonly float _background;
    private readonly float _minContrast;

    /// <param name="pixels">The crop, row by row, in any unit.</param>
    /// <param name="stride">Values per row.</param>
    /// <param name="width">Columns of the crop, at most <paramref name="stride"/>.</param>
    public GlyphInk(ReadOnlySpan<float> pixels, int stride, int width)
    {
        _pixels = pixels;
        _stride = stride;
        _width = width;
        _height = pixels.Length / stride;
        _background = Border();
        _minContrast = Contrast() / 2;
    }

    /// <summary>
    /// Returns the columns of each letter. The time step of a character is up to half a letter beside it, so that letters are assigned to ink in order, and only
    /// where none touch.
    /// </summary>
    /// <param name="symbols">The characters of the crop, left to right.</param>
    /// <param name="space">Class of the space, which has no ink; its columns are empty.</param>
    /// <returns>The first column and the one after the last, per symbol; <see langword="null"/> when the numbers of letters and of runs of ink differ.</returns>
    public (int Left, int Right)[]? Letters(ReadOnlySpan<CtcSymbol> symbols, int space)
    {
        var runs = Runs();
        var letters = new (int Left, int Right)[symbols.Length];
        var run = 0;
        for (var i = 0; i < symbols.Length; i++)
        {
            if (symbols[i].Index == space)
            {
                continue;
            }

            if (run == runs.Count)
            {
                return null;
            }

            letters[i] = runs[run++];
        }

        return run == runs.Count ? letters : null;
    }

    /// <summary>Returns the mean column of the ink in some rows and columns, weighted by its contrast; <see cref="double.NaN"/> where there is none.</summary>
    public double Center(int top, int bottom, int left, int right)
    {
        var (sum, weighted) = (0.0, 0.0);
        for (var y = top; y < bottom; y++)
        {
            for (var x = left; x < right; x++)
            {
                // Less is noise of compression.
                var ink = Math.Max(0, Math.Abs(_pixels[(y * _stride) + x] - _background) - (_minContrast / 2));
                sum += ink;
                weighted += ink * x;
            }
        }

        return weighted / sum;
    }

    /// <summary>Finds the rows of the letter in some columns.</summary>
    /// <param name="left">First column.</param>
    /// <param name="right">Column after the last one.</param>
    /// <returns>
    /// The first row with ink, and the row after the last one. The result is <see langword="null"/> when the middle has no ink, and when the letter touches the
    /// edge of the crop.
    /// </returns>
    public (int Top, int Bottom)? Rows(int left, int right)
    {
        if (Start(left, right) is not { } start)
        {
            return null;
        }

        var (top, bottom) = (start, start + 1);
        while (top > 0 && RowHasInk(top - 1, left, right))
        {
            top--;
        }

        while (bottom < _height && RowHasInk(bottom, left, right))
        {
            bottom++;
        }

        return top > 0 && bottom < _height ? (top, bottom) : null;
    }

    /// <summary>Returns the runs of columns with ink, left to right: one per letter where letters do not touch.</summary>
    private List<(int Left, int Right)> Runs()
    {
        var runs = new List<(int Left, int Right)>();
        for (var x = 0; x < _width; x++)
        {
            if (!ColumnHasInk(x))
            {
                continue;
            }

            var left = x;
            while (x < _width && ColumnHasInk(x))
            {
                x++;
            }

            runs.Add((left, x));
        }

        return runs;
    }

    /// <summary>Returns the row with ink that is nearest to the middle.</summary>
    private int? Start(int left, int right)
    {
        var middle = _height / 2;
        for (var away = 0; away <= Reach * _height; away++)
        {
            if (RowHasInk(middle - away, left, right))
            {
                return middle - away;
            }

            if (RowHasInk(middle + away, left, right))
            {
                return middle + away;
            }
        }

        return null;
    }

    private bool ColumnHasInk(int x) => HasInk(Margin, _height - Margin, x, x + 1);

    private bool RowHasInk(int y, int left, int right) => HasInk(y, y + 1, left, right);

    private bool HasInk(int top, int bottom, int left, int right)
    {
        for (var y = top; y < bottom; y++)
        {
            foreach (var value in _pixels[((y * _stride) + left)..((y * _stride) + right)])
            {
                if (Math.Abs(value - _background) > _minContrast)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Returns the median of the first and the last row, which are margin.</summary>
    private float Border()
    {
        Span<float> seen = stackalloc float[32];
        for (var i = 0; i < seen.Length; i++)
        {
            var row = i % 2 == 0 ? 0 : _height - 1;
            seen[i] = _pixels[(row * _stride) + (i * _width / seen.Length)];
        }

        return Median.Sorting(seen);
    }

    private float Contrast()
    {
        var most = 0f;
        for (var row = 0; row < _height; row++)
        {
            var values = _pixels.Slice(row * _stride, _width);
            most = Math.Max(most, Math.Max(TensorPrimitives.Max(values) - _background, _background - TensorPrimitives.Min(values)));
        }

        return most;
    }
}
