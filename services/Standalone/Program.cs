using Ocr.Persistence;
using Ocr.Standalone;

try
{
    await StandaloneHost.Build(args).RunOrMigrateAsync(args);
    return Environment.ExitCode;
}
catch (Exception fault) when (StartFaults.AreTheOperators(fault))
{
    Console.Error.WriteLine(fault.Message);
    return 1;
}
