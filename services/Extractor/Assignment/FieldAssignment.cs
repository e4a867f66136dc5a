using Ocr.Contracts;
using Ocr.Extractor.Candidates;
using Ocr.Extractor.Context;
using Ocr.Extractor.Layout;
using Ocr.Extractor.Rules;
using Ocr.Extractor.Scoring;

namespace Ocr.Extractor.Assignment;

/// <summary>
/// Decides the fields of a page from rules and model. Before the call the context contains the findings of the rules, afterwards the decisions.
/// Banks and times are decided last, because they can be derived from accounts and dates.
/// </summary>
internal sealed class FieldAssignment(ReceiptContext context, PageScores scores, Func<FieldRule, Finding> apply)
{
    private static readonly string[] Second = [FieldKeys.HoraOperacion, FieldKeys.BancoDestino, FieldKeys.BancoOrigen];

    /// <summary>A rule's value is discarded when its words have at least this probability of being a bank's own document, a code or a call center's phone.</summary>
    private const double MinDiscarded = 0.7;

    /// <summary>Minimum probability of words that are appended to a text.</summary>
    private const double MinText = 0.25;
    private const double MaxSwallowed = 0.05;

    /// <summary>Minimum likelihood of a concept next to another label, if the rules do not contain its own label.</summary>
    private const double MinNamed = 0.9;

    private static readonly FieldTag[] DiscardedTags = [FieldTag.OtherDocument, FieldTag.OtherPhone];

    /// <summary>Decides every field.</summary>
    public void Decide()
    {
        Assign([.. FieldKind.All.Where(kind => !Second.Contains(kind.Field))], new HashSet<Token>());
        foreach (var field in Second)
        {
            context[field] = apply(Rule(field));
        }

        Assign([.. FieldKind.All.Where(kind => Second.Contains(kind.Field))], TakenBy(FieldKind.All.Select(kind => kind.Field).Except(Second)));
        var kinds = FieldKind.All.Select(kind => kind.Field).ToHashSet();
        foreach (var rule in context.Rules.Rules.Where(rule => !kinds.Contains(rule.Field)))
        {
            context[rule.Field] = apply(rule);
        }
    }

    private void Assign(IReadOnlyList<FieldKind> kinds, IReadOnlySet<Token> taken)
    {
        var proposals = kinds.SelectMany(kind => Propose(kind).Where(proposal => !proposal.Finding.Tokens.Any(taken.Contains) || IsDerived(proposal)));
        var chosen = Assigner.Assign(proposals);
        foreach (var kind in kinds)
        {
            context[kind.Field] = chosen.TryGetValue(kind.Field, out var proposal) ? Calibrated(kind.Field, proposal.Result) : Finding.Blank;
        }
    }

    private IReadOnlyList<Proposal> Propose(FieldKind kind)
    {
        var rule = Own(context[kind.Field], kind);
        var leads = context.IsWallet || (kind.Field == FieldKeys.Concepto && context.App is not null && context.KnowsLayout);
        IReadOnlyList<Candidate> candidates = context.IsWallet ? []
            : [.. CandidateFinder.Find(context, kind, Rule(kind.Field), scores).Where(candidate => IsAdmissible(candidate, kind.Field, rule, leads))];
        var proposals = Fusion.Combine(kind.Field, rule, RuleLikelihood(rule, kind), OtherLikelihood(rule, kind), candidates, leads && !Swallows(rule, candidates, kind));
        return kind.Grammar != "text" ? proposals
            : [.. proposals.Where(proposal => leads || CandidateFinder.Likelihood(proposal.Finding.Tokens, kind, scores) >= MinText / 2)
                .Select(proposal => proposal with { Doubt = null, IsContested = false })];
    }

    private bool IsAdmissible(Candidate candidate, string field, Finding rule, bool leads) => field switch
    {
        FieldKeys.BancoOrigen => !IsConfirmedPayer(rule) || candidate.Finding.Field.Prefix == rule.Field.Prefix,
        // any word may be a concept, so another label before it decides, and a known layout without a concept has none. A sure model knows more
        // labels than the rules
        FieldKeys.Concepto when IsNamedOtherwise(candidate) => !context.KnowsLayout && candidate.Likelihood >= MinNamed,
        FieldKeys.Concepto => !(leads && rule.IsBlank) || candidate.Likelihood >= MinNamed,
        // the number of an invoice or a batch looks like a reference
        FieldKeys.Referencia => !IsNamedOtherwise(candidate),
        _ => true,
    };

    /// <summary>Whether the app's title and the payer's account name the same bank; another bank on the page is then the beneficiary's.</summary>
    private bool IsConfirmedPayer(Finding rule) => context.App is { App.Bank: { } bank, Tokens.Count: > 0 } && rule.Field.Prefix == bank
        && context[FieldKeys.CuentaOrigen].Field.Prefix == bank;

    /// <summary>Whether the rule's text extends past the model's, at another place of the page, with words that are not part of it.</summary>
    private bool Swallows(Finding rule, IReadOnlyList<Candidate> candidates, FieldKind kind) =>
        candidates.Count > 0
        && rule.Tokens.Except(candidates[0].Tokens).ToList() is { Count: > 0 } rest
        && candidates[0].Tokens.All(rule.Tokens.Contains)
        && !rest.Exists(token => candidates[0].Tokens.Any(other => other.Segment == token.Segment))
        && rest.Average(token => scores[token, kind.Tag]) < MaxSwallowed;

    private bool IsNamedOtherwise(Candidate candidate) =>
        candidate.Finding.Tokens.Any(token => context.OwnersOf(token).Any(hit => hit.Entry.Role == LabelRole.Ignored));

    private Finding Calibrated(string field, Finding finding) => finding with
    {
        Field = finding.Field with { Confidence = Math.Round(scores.Calibrate(field, finding.Field.Confidence), 4) },
    };

    /// <summary>Returns the model's probability that the words of a rule's value belong to this field. For a bank, an account that determines it counts too.</summary>
    private double RuleLikelihood(Finding rule, FieldKind kind)
    {
        if (rule.IsInferred)
        {
            // a title is not the bank's name; it only must not be the beneficiary's bank
            return rule.Tokens.Count == 0 ? 1 : 1 - rule.Tokens.Average(token => scores[token, FieldTag.BeneficiaryBank] + scores[token, FieldTag.OtherBank]);
        }

        var own = CandidateFinder.Likelihood(rule.Tokens, kind, scores);
        var account = kind.Field switch { FieldKeys.BancoOrigen => FieldTag.PayerAccount, FieldKeys.BancoDestino => FieldTag.BeneficiaryAccount, _ => kind.Tag };
        return account == kind.Tag ? own : Math.Max(own, CandidateFinder.Likelihood(rule.Tokens, kind with { Tag = account, IsText = false }, scores));
    }

    /// <summary>
    /// Returns a finding of the rules, or a blank one: when its words are of a discarded kind, when it follows from its form, or from labels or buttons
    /// alone, on an unknown layout, and for the parties of a received payment, whose labels name the sender and the receiver's own account.
    /// </summary>
    private Finding Own(Finding finding, FieldKind kind)
    {
        var figures = finding.Tokens.Where(token => token.HasDigit).ToList();
        var isDiscarded = figures.Count > 0 && Array.Exists(DiscardedTags, tag => figures.Average(token => scores[token, tag]) >= MinDiscarded);
        var isParty = kind.Tag is not (FieldTag.Amount or FieldTag.Reference or FieldTag.Date or FieldTag.Time or FieldTag.Concept);
        var isGuess = !context.KnowsLayout && (finding.IsInferred ? finding.Tokens.All(token => token.Segment.Row.Index >= context.HeaderEnd) : finding.IsUnlabeled);
        return isDiscarded || isGuess || (isParty && context.Payment.State == PaymentStates.Received) ? Finding.Blank : finding;
    }

    /// <summary>Returns the model's highest probability that the words of a rule's value are another kind of value.</summary>
    private double OtherLikelihood(Finding rule, FieldKind kind) => !rule.IsSpecific || rule.Tokens.Count == 0 ? 0
        : Enum.GetValues<FieldTag>().Where(tag => tag > FieldTag.Label && tag != kind.Tag).Max(tag => CandidateFinder.Likelihood(rule.Tokens, kind with { Tag = tag }, scores));

    /// <summary>Whether the value is derived: a bank from an account, or a time printed in one word with its date.</summary>
    private bool IsDerived(Proposal proposal) => proposal.Field switch
    {
        FieldKeys.HoraOperacion => proposal.Finding.Tokens.All(token => context[FieldKeys.FechaOperacion].Tokens.Contains(token) || !IsTaken(token)),
        FieldKeys.BancoOrigen => proposal.Finding.Tokens.All(context[FieldKeys.CuentaOrigen].Tokens.Contains),
        FieldKeys.BancoDestino => proposal.Finding.Tokens.All(context[FieldKeys.CuentaDestino].Tokens.Contains),
        _ => false,
    };

    private bool IsTaken(Token token) => FieldKind.All.Any(kind => context[kind.Field].Tokens.Contains(token));

    private HashSet<Token> TakenBy(IEnumerable<string> fields) => [.. fields.SelectMany(field => context[field].Tokens)];

    private FieldRule Rule(string field) =>
        field == RuleSet.BeneficiaryName ? context.Rules.NameRule : context.Rules.Rules.First(rule => rule.Field == field);
}
