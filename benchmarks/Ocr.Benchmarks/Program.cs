using BenchmarkDotNet.Running;
using Ocr.Benchmarks;

if (args is ["rounds", ..])
{
    return await Rounds.Serve(args[1..]);
}

if (args is ["stages", ..])
{
    return Stages.Print(args[1..]);
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
