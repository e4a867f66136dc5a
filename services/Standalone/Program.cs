using Ocr.Persistence;
using Ocr.Standalone;

try
{
    await StandaloneHost.Build(args).RunOrMigrateAsync(args);
    return Environment.ExitCode;
}
catch (Exception exception) when (StartupErrors.IsOperatorError(exception))
{
    Console.Error.WriteLine(exception.Message);
    return 1;
}
