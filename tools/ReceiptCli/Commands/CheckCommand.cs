using System.CommandLine;
using Ocr.Extractor.Rules;

namespace Ocr.ReceiptCli.Commands;

/// <summary><c>receipt-cli check</c>: lists every error of the rule files, of schema and contents, in one run.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var (rules, banks) = (CommonOptions.Rules(), CommonOptions.Banks());
        var command = new Command("check", "Checks the rule files and lists all errors, each with its place and its fix.") { rules, banks };
        command.SetAction((parsed, _) => Guard.Run(async () =>
        {
            var rulesPath = CommonOptions.RuleFile(parsed.GetValue(rules));
            var errors = Errors(rulesPath, CommonOptions.BankFile(parsed.GetValue(banks), rulesPath));
            foreach (var error in errors)
            {
                await Console.Out.WriteLineAsync(error.ToString());
            }

            await Console.Out.WriteLineAsync(errors.Count == 0 ? "no errors" : $"{errors.Count} error(s)");
            return errors.Count == 0 ? Guard.Done : Guard.BelowThreshold;
        }));
        return command;
    }

    /// <summary>Returns the errors of the rule file, the bank table and the other files next to them.</summary>
    public static IReadOnlyList<RuleError> Errors(string rules, string banks) =>
        [.. FileCheck.Of(RuleText.Read(rules, banks)).Errors, .. FileCheck.Beside(rules)];
}
