using Ocr.Extractor.Layout;

namespace Ocr.Extractor.Assignment;

/// <summary>
/// Gives each field at most one proposal so that no word belongs to two fields. Words of titles and logos that only identify a bank are exempt.
/// Leading proposals are assigned first, then the others by descending certainty.
/// </summary>
internal static class Assigner
{
    /// <summary>Returns the proposal of each field that gets one.</summary>
    /// <param name="proposals">Proposals of all fields.</param>
    public static IReadOnlyDictionary<string, Proposal> Assign(IEnumerable<Proposal> proposals)
    {
        var chosen = new Dictionary<string, Proposal>();
        var taken = new HashSet<Token>();
        foreach (var proposal in proposals.OrderByDescending(proposal => proposal.Leads).ThenByDescending(Weight))
        {
            if (!chosen.ContainsKey(proposal.Field) && (proposal.Finding.IsInferred || !proposal.Finding.Tokens.Any(taken.Contains)))
            {
                chosen.Add(proposal.Field, proposal);
                taken.UnionWith(proposal.Finding.IsInferred ? [] : proposal.Finding.Tokens);
            }
        }

        return chosen;
    }

    private static double Weight(Proposal proposal) =>
        proposal.Place * (proposal.Finding.IsUsable ? 1 : 0.3);
}
