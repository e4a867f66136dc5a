using Microsoft.Extensions.Options;
using Ocr.Extractor.Rules;
using Ocr.Recognition;
using Ocr.ServiceDefaults;

namespace Ocr.Standalone;

/// <summary>Distinguishes errors of the operator, which need a sentence, from defects, which need a stack trace.</summary>
internal static class StartupErrors
{
    /// <summary>Whether an error at start is a wrong setting, a model pack or rule file with errors, or a port that is taken.</summary>
    public static bool IsOperatorError(Exception exception) =>
        exception is OptionsValidationException or StartupException or ModelPackException or RuleFileException or IOException;
}
