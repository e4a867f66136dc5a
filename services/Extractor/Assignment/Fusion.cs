using Ocr.Extractor.Candidates;
using Ocr.Extractor.Context;

namespace Ocr.Extractor.Assignment;

/// <summary>
/// Combines the finding of a rule with the model's candidates for one field. Agreement raises the confidence. On a contradiction the more certain
/// value is kept with a doubt, so that the receipt is reviewed.
/// </summary>
internal static class Fusion
{
    /// <summary>The doubt of a field on which rule and model disagree.</summary>
    public const string Disagreement = "La regla y el modelo no coinciden en este dato";

    /// <summary>The doubt of a field for which the page has several values that are about as likely.</summary>
    public const string Ambiguity = "Hay otro valor que podría ser este dato";

    /// <summary>Minimum certainty of a model's value without a rule's value. Between several likely values the best one is kept with a doubt.</summary>
    private const double MinAlone = 0.5;

    /// <summary>The model overrules a rule when its own value has at least this certainty, and the rule's at most <see cref="MaxOverruled"/>.</summary>
    private const double MinOverruling = 0.6;
    private const double MaxOverruled = 0.35;

    /// <summary>From this certainty on, the model's value replaces a rule's without being contested.</summary>
    private const double Sure = 0.9;

    /// <summary>A rule's value with a lower likelihood is contradicted.</summary>
    private const double Contradicted = 0.1;

    /// <summary>A candidate of lower certainty does not contest a rule's value.</summary>
    private const double MinContesting = 0.3;

    /// <summary>Fraction of a competing value's likelihood that is subtracted from a candidate.</summary>
    private const double Rivalry = 0.9;

    /// <summary>Returns the proposals for a field, the best first.</summary>
    /// <param name="field">Key of the field.</param>
    /// <param name="rule">Finding of the rules; blank when there is none.</param>
    /// <param name="ruleLikelihood">The model's probability that the rule's words belong to this field, 0–1.</param>
    /// <param name="otherLikelihood">The model's highest probability that they are another kind of value, 0–1; used for specific findings only.</param>
    /// <param name="candidates">The model's candidates, the most likely first.</param>
    /// <param name="leads">Whether a rule's value has priority over the model's: free text after its label.</param>
    public static IReadOnlyList<Proposal> Combine(string field, Finding rule, double ruleLikelihood, double otherLikelihood, IReadOnlyList<Candidate> candidates, bool leads)
    {
        var proposals = new List<Proposal>();
        if (!rule.IsUsable && candidates.Any(candidate => candidate.Finding.Field.Valid))
        {
            rule = Finding.Blank;
        }

        foreach (var candidate in candidates.DistinctBy(candidate => candidate.Value))
        {
            if (Weigh(field, rule, ruleLikelihood, candidate, candidates, leads) is { } proposal)
            {
                proposals.Add(proposal);
            }
        }

        if (!rule.IsBlank && !proposals.Exists(proposal => proposal.Finding.Field.Value == rule.Field.Value))
        {
            proposals.Add(Alone(field, rule, ruleLikelihood, otherLikelihood, candidates, leads));
        }

        return [.. proposals.OrderByDescending(Rank)];
    }

    /// <summary>Returns the likelihood minus a share of the best competing value's.</summary>
    public static double Certainty(Candidate candidate, IReadOnlyList<Candidate> candidates)
    {
        var other = candidates.Where(rival => rival.Value != candidate.Value).Select(rival => rival.Likelihood).DefaultIfEmpty(0).Max();
        return candidate.Likelihood * (1 - (Rivalry * Math.Min(1, other)));
    }

    /// <summary>Combines a candidate with the rule's value; <see langword="null"/> when it does not form a separate proposal.</summary>
    private static Proposal? Weigh(string field, Finding rule, double ruleLikelihood, Candidate candidate, IReadOnlyList<Candidate> candidates, bool leads)
    {
        var own = Certainty(candidate, candidates);
        if (rule.IsBlank)
        {
            return own >= MinAlone ? new Proposal(field, candidate.Finding, 0.95 * own)
                : candidate.Likelihood >= MinAlone ? new Proposal(field, candidate.Finding, 0.5 * own, Ambiguity, IsContested: true)
                : null;
        }

        if (candidate.Value == rule.Field.Value)
        {
            // a candidate that the model ranks below another is not an agreement, nor is the same value in words of another field
            var isAmbiguous = own < MinAlone && candidates.Any(rival => rival.Value != candidate.Value && rival.Likelihood >= MinContesting);
            var isElsewhere = rule.Tokens.Count > 0 && !rule.IsInferred && ruleLikelihood < MinAlone && !rule.Tokens.Any(candidate.Tokens.Contains);
            return candidate.Value != candidates[0].Value ? null
                : isAmbiguous && !leads ? new Proposal(field, rule, 0.5 * rule.Place, Ambiguity, IsContested: true)
                : isElsewhere && !leads ? new Proposal(field, candidate.Finding, 0.95 * own)
                : new Proposal(field, rule with { Reading = Math.Max(candidate.Finding.Reading, rule.Reading) }, 1 - ((1 - rule.Place) * (1 - own)), Leads: leads);
        }

        return leads ? null
            : own >= MinOverruling && (ruleLikelihood < MaxOverruled || rule.IsInferred) ? new Proposal(field, candidate.Finding, 0.9 * own, Disagreement, IsContested: own < Sure)
            : candidate.Likelihood > ruleLikelihood && candidate.Likelihood >= MinContesting ? new Proposal(field, candidate.Finding, 0.5 * candidate.Likelihood, Disagreement, IsContested: true)
            : null;
    }

    private static double Rank(Proposal proposal) =>
        proposal.Place * (proposal.Finding.IsUsable ? 1 : 0.1);

    /// <summary>Returns the proposal for a rule's value that the model does not propose.</summary>
    private static Proposal Alone(string field, Finding rule, double likelihood, double otherLikelihood, IReadOnlyList<Candidate> candidates, bool leads)
    {
        var rival = candidates.Any(candidate => candidate.Value != rule.Field.Value && candidate.Likelihood >= MinAlone);
        return leads ? new Proposal(field, rule, rule.Place, Leads: true)
            : rule.Tokens.Count == 0 || (rule.IsSpecific && !rival && otherLikelihood < Sure) ? new Proposal(field, rule, rule.Place)
            : rival || likelihood < Contradicted ? new Proposal(field, rule, rule.Place * (0.15 + (0.35 * Math.Min(1, likelihood / MinAlone))), Disagreement, IsContested: true)
            : new Proposal(field, rule, rule.Place * (0.6 + (0.4 * Math.Min(1, likelihood / MinAlone))));
    }
}
