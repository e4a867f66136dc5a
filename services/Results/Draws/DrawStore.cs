using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Ocr.Contracts;
using Ocr.Persistence;
using Ocr.Results.Claims;
using Ocr.Results.Data;
using Ocr.Results.Receipts;
using Ocr.ServiceDefaults.Tenancy;

namespace Ocr.Results.Draws;

/// <summary>Counts and totals of draws.</summary>
internal sealed class DrawStore(IDbContextFactory<ResultsDbContext> contexts, DrawBook book, TimeProvider time)
{
    /// <summary>A page of draws, the latest first, and the total number.</summary>
    public async Task<(IReadOnlyList<DrawEntry> Draws, int Total)> ListAsync(Paging paging, TenantScope scope, CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        var all = database.Draws.Of(scope).Select(row => new { row.DrawDate, row.DrawNumber }).Distinct();
        var total = await all.CountAsync(cancellationToken);
        var keys = await all.OrderByDescending(row => row.DrawDate).ThenByDescending(row => row.DrawNumber)
            .Skip(paging.Offset).Take(paging.Limit).ToListAsync(cancellationToken);
        var entries = new List<DrawEntry>();
        foreach (var key in keys)
        {
            entries.Add(await EntryAsync(database, new DrawKey(key.DrawDate, key.DrawNumber), scope, cancellationToken));
        }

        return (entries, total);
    }

    /// <summary>One draw with its totals; <see langword="null"/> for a draw without receipts and without a cut-off.</summary>
    public async Task<DrawResponse?> GetAsync(DrawKey key, TenantScope scope, CancellationToken cancellationToken)
    {
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await key.Of(database.Draws.Of(scope)).AnyAsync(cancellationToken))
        {
            return null;
        }

        var banks = await TotalsAsync(database, key, scope, cancellationToken);
        var currencies = banks.GroupBy(total => total.Currency).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new BankTotal(group.Key, "", group.Sum(bank => bank.Receipts), group.Sum(bank => bank.Cents), group.Sum(bank => bank.AcceptedReceipts), group.Sum(bank => bank.AcceptedCents)));
        return new DrawResponse(
            "success", await EntryAsync(database, key, scope, cancellationToken),
            [.. currencies.Select(total => total.ToEntry(withBank: false))], [.. banks.Select(total => total.ToEntry(withBank: true))]);
    }

    /// <summary>Sets or removes the cut-off.</summary>
    /// <param name="key">The draw.</param>
    /// <param name="cutOff"><c>HH-mm</c>, or <see langword="null"/> for none.</param>
    /// <param name="person">Person or key that makes the change.</param>
    /// <param name="tenant">Tenant of the draw.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public async Task SetCutOffAsync(DrawKey key, string? cutOff, string person, string tenant, CancellationToken cancellationToken)
    {
        await book.NoteAsync(tenant, key.Date, key.Number, cancellationToken);
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        DateTimeOffset? now = time.GetUtcMilliseconds();
        await key.Of(database.Draws.Where(row => row.Tenant == tenant)).ExecuteUpdateAsync(
            row => row.SetProperty(draw => draw.CutOff, cutOff).SetProperty(draw => draw.CutOffBy, person).SetProperty(draw => draw.CutOffAt, now),
            cancellationToken);
    }

    private static async Task<DrawEntry> EntryAsync(ResultsDbContext database, DrawKey key, TenantScope scope, CancellationToken cancellationToken)
    {
        var rows = key.Of(database.Receipts.Of(scope));
        var counts = await rows.GroupBy(row => 1).Select(group => new DrawEntry
        {
            Date = key.Date,
            Number = key.Number,
            Receipts = group.Count(),
            ByDecision = new DecisionCounts(
                group.Count(row => row.Decision == Verdicts.Accept), group.Count(row => row.Decision == Verdicts.Review), group.Count(row => row.Decision == Verdicts.Reject)),
            ByReview = new ReviewCounts(
                group.Count(row => row.Review == ReviewState.Pending), group.Count(row => row.Review == ReviewState.Accepted), group.Count(row => row.Review == ReviewState.Rejected)),
            Complete = group.Count(row => row.Complete),
            Duplicates = group.Count(row => row.Duplicate == DuplicateKind.SameImage || row.Duplicate == DuplicateKind.SameReference),
            PossibleDuplicates = group.Count(row => row.Duplicate > DuplicateKind.SameReference),
            Corrected = group.Count(row => row.Corrections != null),
            Failed = group.Count(row => row.ReasonCode != null),
        }).SingleOrDefaultAsync(cancellationToken) ?? Empty(key);
        var cutOff = await key.Of(database.Draws.Of(scope)).Where(row => row.CutOff != null).Select(row => row.CutOff).FirstOrDefaultAsync(cancellationToken);
        return cutOff is null ? counts : counts with
        {
            CutOff = cutOff.Replace('-', ':'),
            Late = await rows.CountAsync(row => string.Compare(row.SentAt, cutOff) > 0, cancellationToken),
        };
    }

    private static DrawEntry Empty(DrawKey key) => new()
    {
        Date = key.Date,
        Number = key.Number,
        Receipts = 0,
        ByDecision = new DecisionCounts(0, 0, 0),
        ByReview = new ReviewCounts(0, 0, 0),
        Complete = 0,
        Duplicates = 0,
        PossibleDuplicates = 0,
        Corrected = 0,
        Failed = 0,
    };

    private static Task<List<BankTotal>> TotalsAsync(ResultsDbContext database, DrawKey key, TenantScope scope, CancellationToken cancellationToken) =>
        key.Of(database.Receipts.Of(scope)).Where(row => row.AmountCents != null)
            .GroupBy(row => new { row.Currency, row.OriginBank })
            .OrderBy(group => group.Key.Currency).ThenBy(group => group.Key.OriginBank)
            .Select(group => new BankTotal(
                group.Key.Currency, group.Key.OriginBank, group.Count(), group.Sum(row => row.AmountCents!.Value),
                group.Count(row => row.Review == ReviewState.Accepted), group.Sum(row => row.Review == ReviewState.Accepted ? row.AmountCents!.Value : 0)))
            .ToListAsync(cancellationToken);

    private sealed record BankTotal(string Currency, string Bank, int Receipts, long Cents, int AcceptedReceipts, long AcceptedCents)
    {
        public DrawTotal ToEntry(bool withBank) =>
            new(Currency, withBank ? Bank : null, Receipts, Amount(Cents), AcceptedReceipts, Amount(AcceptedCents));

        private static string Amount(long cents) => (cents / 100m).ToString("0.00", CultureInfo.InvariantCulture);
    }
}
