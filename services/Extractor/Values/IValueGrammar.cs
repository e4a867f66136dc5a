namespace Ocr.Extractor.Values;

/// <summary>One kind of value. Stateless; selected by name from the rule file.</summary>
internal interface IValueGrammar
{
    string Name { get; }

    /// <summary>Whether it consists of digits: touching words are one number, and an edge off its line is a doubt.</summary>
    bool IsNumber => true;

    /// <summary>Returns values in the run, the most likely first.</summary>
    /// <param name="run">Text to search.</param>
    /// <param name="shared">Whether the text may contain other kinds of value, so that only unambiguous ones count.</param>
    IEnumerable<ValueMatch> Find(Run run, bool shared);

    /// <summary>Returns the text where such a value is expected but cannot be parsed; kept as read, not valid.</summary>
    ValueMatch? AsRead(Run run) => null;
}
