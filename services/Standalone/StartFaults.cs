using Microsoft.Extensions.Options;
using Ocr.Extractor.Rules;
using Ocr.Recognition;
using Ocr.ServiceDefaults;

namespace Ocr.Standalone;

/// <summary>Tells what the operator got wrong from what we did: the former needs a sentence, the latter a stack trace.</summary>
internal static class StartFaults
{
    /// <summary>Whether a fault at start is a wrong setting, a model pack or rule file with faults, or a port that is taken.</summary>
    public static bool AreTheOperators(Exception fault) =>
        fault is OptionsValidationException or StartupException or ModelPackException or RuleFileException or IOException;
}
