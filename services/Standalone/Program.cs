using Ocr.Standalone;

try
{
    StandaloneHost.Build(args).Run();
    return 0;
}
catch (Exception fault) when (StartFaults.AreTheOperators(fault))
{
    Console.Error.WriteLine(fault.Message);
    return 1;
}
