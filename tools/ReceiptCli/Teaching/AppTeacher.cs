using Ocr.Contracts;
using Ocr.Extractor.Banks;
using Ocr.Extractor.Layout;
using Ocr.Extractor.Text;

namespace Ocr.ReceiptCli.Teaching;

/// <summary>Proposes how an app is detected by its header: titles that no other app has.</summary>
internal sealed class AppTeacher(RuleDraft draft, IReadOnlyList<TaughtReceipt> receipts, string? name)
{
    /// <summary>Weight of an app's own name, which is sufficient alone; its bank's name may also be a beneficiary's.</summary>
    private const double OwnName = 4;

    private const double BankName = 3;
    private const int ShortestWord = 4;
    private const int MinDigits = 4, MaxDigits = 20;

    private readonly KnownTexts _known = new(draft);

    /// <summary>Fields whose values follow from the app.</summary>
    public static IReadOnlyList<string> Fields { get; } = [FieldKeys.BancoOrigen, FieldKeys.TipoTransaccion, FieldKeys.CanalPago];

    /// <summary>Why there is no proposal; <see langword="null"/> when there is one.</summary>
    public Conflict? Conflict { get; private set; }

    /// <summary>Returns the app with its titles; <see langword="null"/> without a channel, or without the bank of the truth.</summary>
    /// <param name="values">Places of all values; the header is above them.</param>
    /// <param name="labels">Words of labels, which are not titles.</param>
    public RuleProposal? Propose(IReadOnlyList<ValuePlace> values, IReadOnlySet<Token> labels)
    {
        var (bank, channel) = (Shared.Value(receipts, FieldKeys.BancoOrigen), Shared.Value(receipts, FieldKeys.CanalPago));
        var code = draft.Banks.Banks.FirstOrDefault(other => other.Output == bank)?.Code;
        if (channel.Length == 0 || (bank.Length > 0 && code is null))
        {
            return null;
        }

        var titles = Titles([.. values.Where(place => !Fields.Contains(place.Field))], labels).ToList();
        if (titles.Count == 0)
        {
            Conflict = new Conflict("app", $"no words above the first value that the images share and no other app or title has; '{channel}' cannot be detected by its header");
            return null;
        }

        var names = draft.Banks.Banks.Where(other => other.Code == code).SelectMany(other => other.Aliases.Concat(other.CommonAliases)).Select(TextFold.Key).ToHashSet();
        var phrases = titles.Select(title => (title.Text, title.Images, Weight: names.Contains(TextFold.Key(title.Text)) ? BankName : OwnName)).ToList();
        var known = draft.Banks.Apps.Index().FirstOrDefault(app => app.Item.Name == name || (name is null && app.Item.Bank == code && app.Item.Channel == channel));
        var says = string.Join(", ", phrases.Select(phrase => FormattableString.Invariant($"{JsonText.Quote(phrase.Text)} ({phrase.Weight}) on {phrase.Images}")));
        return known.Item is null
            ? new RuleProposal($"app {Name(channel)}", FormattableString.Invariant($"phrases {says} of {receipts.Count} images, above the first value; channel {channel}"), [new RuleEdit(true, New(code, channel, phrases))])
            : new RuleProposal($"app {known.Item.Name}", FormattableString.Invariant($"phrases {says} of {receipts.Count} images, above the first value"), [.. phrases.Select(phrase => Add(known.Index, known.Item, phrase))]);
    }

    private string Name(string channel) => name ?? string.Join('-', channel.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static RuleEdit Add(int app, App known, (string Text, int Images, double Weight) phrase) => known.Phrases.Count > 0
        ? new RuleEdit(true, json => JsonText.Append(json, Entry(phrase), "apps", app, "phrases"))
        : new RuleEdit(true, json => json.Contains(Entry(phrase), StringComparison.Ordinal) ? json : JsonText.Append(json, $"\"phrases\": {{ {Entry(phrase)} }}", "apps", app));

    private Func<string, string> New(string? code, string channel, List<(string Text, int Images, double Weight)> phrases)
    {
        List<string> first = [$"\"name\": {JsonText.Quote(Name(channel))}", $"\"channel\": {JsonText.Quote(channel)}"];
        if (code is not null)
        {
            first.Insert(1, $"\"bank\": {JsonText.Quote(code)}");
        }

        if (Type() is { } type)
        {
            first.Add($"\"type\": {JsonText.Quote(type)}");
        }

        List<string> lines = [string.Join(", ", first), $"\"phrases\": {{ {string.Join(", ", phrases.Select(Entry))} }}"];
        if (ReferenceLength() is { } length)
        {
            lines.Add(FormattableString.Invariant($"\"referenceLengths\": [{length}]"));
        }

        return json => JsonText.Append(json, "{\n  " + string.Join(",\n  ", lines) + "\n}", "apps");
    }

    private static string Entry((string Text, int Images, double Weight) phrase) => FormattableString.Invariant($"{JsonText.Quote(phrase.Text)}: {phrase.Weight}");

    /// <summary>Returns the kind of payment, unless it follows from the beneficiary's data.</summary>
    private string? Type()
    {
        var type = Shared.Value(receipts, FieldKeys.TipoTransaccion);
        var follows = draft.Rules.Rules.Where(rule => rule.Field == FieldKeys.TipoTransaccion).SelectMany(rule => rule.Sources).Any(source => source.Value == type);
        return type.Length == 0 || follows ? null : type;
    }

    private int? ReferenceLength()
    {
        int[] lengths = [.. receipts.Select(receipt => receipt.Truth[FieldKeys.Referencia]).Where(text => text.Length > 0 && text.All(char.IsAsciiDigit)).Select(text => text.Length)];
        return lengths.Length == receipts.Count && lengths.Distinct().Count() == 1 && lengths[0] is >= MinDigits and <= MaxDigits ? lengths[0] : null;
    }

    private IEnumerable<(string Text, int Images)> Titles(IReadOnlyList<ValuePlace> values, IReadOnlySet<Token> labels)
    {
        var constants = new ConstantWords(receipts, values);
        var runs = receipts.SelectMany(receipt => Header(receipt, values).SelectMany(row => row.Segments)
            .Where(segment => !segment.Tokens.Any(labels.Contains))
            .Select(segment => segment.Tokens.Where(token => constants.Has(token) || token.Key.Length == 0).ToList())
            .Where(tokens => tokens.Any(token => IsTelling(token.Key)))
            .Select(tokens => (receipt, Text: string.Join(' ', tokens.Select(token => token.Text)).Trim(' ', ':', '.', '-'))));
        return runs.GroupBy(run => TextFold.Key(run.Text))
            .Select(group => (Text: group.GroupBy(run => run.Text).MaxBy(same => same.Count())!.Key, group.Key, Images: group.Select(run => run.receipt).Distinct().Count()))
            .Where(title => title.Images >= ConstantWords.Needed(receipts.Count) && _known.AppOf(title.Key) is null && _known.ListOf(title.Key) is null && !_known.FieldsOf(title.Key).Any())
            .Select(title => (title.Text, title.Images));
    }

    private bool IsTelling(string word) => word.Length >= ShortestWord && !_known.IsCommon(word);

    /// <summary>Returns the rows above the first value.</summary>
    private static IEnumerable<Row> Header(TaughtReceipt receipt, IReadOnlyList<ValuePlace> values)
    {
        var first = values.Where(place => place.Receipt == receipt).Select(place => place.Row.Index).DefaultIfEmpty(0).Min();
        return receipt.Rows.Where(row => row.Index < first);
    }
}
