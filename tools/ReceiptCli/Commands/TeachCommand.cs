using System.Collections.Concurrent;
using System.CommandLine;
using Ocr.ReceiptCli.Reports;
using Ocr.ReceiptCli.Scoring;
using Ocr.ReceiptCli.Teaching;
using Ocr.Recognition;

namespace Ocr.ReceiptCli.Commands;

/// <summary><c>receipt-cli teach FOLDER</c>: derives the rules of an unknown app from a few of its receipts with their truth.</summary>
internal static class TeachCommand
{
    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("folder") { Description = "Folder of 3 to 5 receipts of one app, with their truth.json." }.AcceptExistingOnly();
        var write = new Option<bool>("--write") { Description = "Write the change into the rule files; without it, it is printed as a unified diff." };
        var force = new Option<bool>("--force") { Description = "Write it even if the corpus gets worse." };
        var name = new Option<string?>("--name") { Description = "Name of the app in the bank table (default: made of canal_pago)." };
        var bank = new Option<string?>("--bank") { Description = "Code of the payer's bank, four digits, for one that the bank table does not have." };
        var (rules, banks, pack) = (CommonOptions.Rules(), CommonOptions.Banks(), CommonOptions.Pack());
        var (profile, jobs) = (CommonOptions.Profile(), CommonOptions.Jobs());
        var command = new Command("teach", "Proposes labels, app and bank for receipts that the rules do not know.")
        {
            folder, write, force, name, bank, rules, banks, pack, profile, jobs,
        };
        command.SetAction((parsed, cancellation) => Guard.Run(async () =>
        {
            var rulesPath = CommonOptions.RuleFile(parsed.GetValue(rules));
            var draft = RuleDraft.Load(rulesPath, CommonOptions.BankFile(parsed.GetValue(banks), rulesPath));
            using var reader = ReceiptReader.Create(CommonOptions.PackFolder(parsed.GetValue(pack)));
            var receipts = await ReadAsync(reader, parsed.GetRequiredValue(folder), parsed.GetValue(profile), parsed.GetValue(jobs), cancellation);
            var lesson = new Teacher(draft, receipts, parsed.GetValue(name), parsed.GetValue(bank)).Teach();
            Console.Write(LessonReport.Proposals(lesson));
            Console.WriteLine(LessonReport.Folder(new FolderEffect(lesson.Before, receipts), new FolderEffect(lesson.After, receipts)));
            return lesson.Proposals.Count == 0
                ? Guard.Done
                : Finish(lesson, CorpusEffect.Of(lesson.Before.Engine), CorpusEffect.Of(lesson.After.Engine), parsed.GetValue(write), parsed.GetValue(force));
        }));
        return command;
    }

    /// <summary>Reports the effect on the corpus, and prints the change or writes it when allowed.</summary>
    public static int Finish(Lesson lesson, CorpusEffect before, CorpusEffect after, bool write, bool force)
    {
        Console.WriteLine(LessonReport.Corpus(before, after));
        var refused = after.WorseThan(before).Any() && !force;
        Console.WriteLine(
            !write ? RuleDiff.Write(lesson.Before, lesson.After)
            : refused ? "Not written: the corpus gets worse. Add what helps by hand, or write all of it with --force."
            : $"Written: {string.Join(", ", lesson.After.Write(lesson.Before))}");
        return refused ? Guard.BelowThreshold : Guard.Done;
    }

    /// <summary>Reads the images that the folder's truth names.</summary>
    /// <exception cref="TruthException">There is no usable truth.</exception>
    /// <exception cref="TeachingException">An image cannot be read.</exception>
    public static async Task<IReadOnlyList<TaughtReceipt>> ReadAsync(
        IReceiptReader reader, DirectoryInfo folder, ReadingProfile profile, int jobs, CancellationToken cancellation)
    {
        var receipts = new ConcurrentBag<TaughtReceipt>();
        await Progress.ForEach("Reading", TruthFile.Load(folder.FullName), jobs, async (truth, token) =>
        {
            var image = await File.ReadAllBytesAsync(Path.Combine(folder.FullName, truth.File), token);
            try
            {
                receipts.Add(TaughtReceipt.Of(truth, reader.Read(image, profile, token)));
            }
            catch (ImageErrorException error)
            {
                throw new TeachingException($"{truth.File} cannot be read: {error.Message}; take another image");
            }
        }, cancellation);
        return [.. receipts.OrderBy(receipt => receipt.Truth.File, StringComparer.Ordinal)];
    }
}
