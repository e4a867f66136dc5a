namespace Ocr.FieldDocuments.Words;

/// <summary>The part of the vocabulary and of the arrangements that a set of documents may use.</summary>
internal enum Split
{
    /// <summary>Training: neither held-back words nor held-back arrangements.</summary>
    Train,

    /// <summary>Held-back labels and state words where there are any; known arrangements.</summary>
    Words,

    /// <summary>Held-back words in held-back arrangements.</summary>
    Layouts,

    /// <summary>Everything: for the last part of the training of a pack that was measured before it.</summary>
    All,
}

/// <summary>Draws words of one document. An eighth of the labels, states and titles is held back from training, selected by a hash of the word.</summary>
internal sealed class Lexicon(Dice dice, Split split)
{
    private const string Consonants = "bcdfglmnprstv";
    private const string Vowels = "aeiou";

    private readonly double _pseudo = split is Split.Train or Split.All && dice.Chance(0.4) ? dice.Between(0.06, 0.35) : 0;
    private readonly int _case = dice.Whole(0, 9);
    private readonly double _colons = dice.Chance(0.5) ? 1 : dice.Chance(0.85) ? 0 : 0.5;

    public static WordList List => WordList.Shipped;

    /// <summary>Returns one of a list of labels, titles or states, as the split allows.</summary>
    public string Known(IReadOnlyList<string> words)
    {
        if (split == Split.All)
        {
            return dice.Pick(words);
        }

        string[] allowed = [.. words.Where(word => IsHeldBack(word) == (split != Split.Train))];
        return allowed.Length == 0 ? dice.Pick(words) : split != Split.Train && dice.Chance(0.15) ? dice.Pick(words) : dice.Pick(allowed);
    }

    /// <summary>A statement of a state: composed, or one of the titles of <c>words.json</c>.</summary>
    public string State(Scenes.PageState state)
    {
        var titles = state == Scenes.PageState.Realizado ? List.Success : List.States[state.ToString().ToLowerInvariant()];
        return dice.Chance(0.5) && StatePhrases.Compose(state, dice, this) is { } composed ? composed : Known(titles);
    }

    /// <summary>Returns a label in the case and with the colon of this document; in some documents a part of the labels consists of pseudo-words.</summary>
    public string Label(string words)
    {
        var text = words;
        if (dice.Chance(_pseudo))
        {
            text = dice.Chance(0.5) ? Pseudo() : string.Join(' ', words.Split(' ').Select(word => dice.Chance(0.5) ? Pseudo() : word));
        }

        return Cased(text) + (dice.Chance(_colons) && text[^1] != ':' ? dice.Of(":", ":", ":", ":", " :") : "");
    }

    /// <summary>Returns a text in the document's case.</summary>
    public string Cased(string text) => _case switch
    {
        < 5 => Sentence(text),
        < 7 => text.ToUpperInvariant(),
        7 => text,
        _ => string.Join(' ', text.Split(' ').Select(Sentence)),
    };

    /// <summary>Returns a text with an upper-case first letter.</summary>
    public static string Sentence(string text)
    {
        var first = text.AsSpan().IndexOfAnyExcept('¡', '¿', ' ');
        return first < 0 ? text : text[..first] + char.ToUpperInvariant(text[first]) + text[(first + 1)..];
    }

    public string Pseudo() => string.Concat(Enumerable.Range(0, dice.Whole(2, 4))
        .Select(_ => $"{Consonants[dice.Whole(0, Consonants.Length - 1)]}{Vowels[dice.Whole(0, 4)]}{(dice.Chance(0.25) ? "n" : "")}"));

    /// <summary>Returns a person's or company's name as receipts print it.</summary>
    public string Name()
    {
        if (dice.Chance(0.15))
        {
            return $"{dice.Pick(List.Companies)} {dice.Pick(List.CompanyNames)}{dice.Of("", "", " C.A.", " CA", ", C.A.")}";
        }

        string[] first = List.First.Split(' '), last = List.Last.Split(' ');
        var parts = dice.Whole(0, 3) switch
        {
            0 => new[] { dice.Pick(first), dice.Pick(last) },
            1 => [dice.Pick(first), dice.Pick(first), dice.Pick(last), dice.Pick(last)],
            2 => [dice.Pick(last), dice.Pick(last), dice.Pick(first)],
            _ => [dice.Pick(first), dice.Pick(last), dice.Pick(last)],
        };
        var name = string.Join(' ', parts);
        return dice.Chance(0.6) ? name : string.Join(' ', name.ToLowerInvariant().Split(' ').Select(Sentence));
    }

    /// <summary>Whether a word is held back, by its FNV-1a hash, which is the same in every process.</summary>
    public static bool IsHeldBack(string word)
    {
        var hash = 2166136261u;
        foreach (var c in word)
        {
            hash = unchecked((hash ^ c) * 16777619u);
        }

        return (hash >> 8) % 8 == 0;
    }
}
