namespace Ocr.Extractor.Values;

/// <summary>One kind of value. Stateless; chosen by name from the rule file.</summary>
internal interface IValueGrammar
{
    string Name { get; }

    /// <summary>Made of figures: words that touch are one number, and an edge that is off its line is a doubt.</summary>
    bool IsNumber => true;

    /// <summary>Values in the run, the likeliest first.</summary>
    /// <param name="run">Text to search.</param>
    /// <param name="shared">The text may hold other kinds of value too, so only unmistakable ones count.</param>
    IEnumerable<ValueMatch> Find(Run run, bool shared);

    /// <summary>What stands where such a value should, when none can be made of it; kept as read, not valid.</summary>
    ValueMatch? AsRead(Run run) => null;
}
