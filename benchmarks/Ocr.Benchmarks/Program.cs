using BenchmarkDotNet.Running;
using Ocr.Benchmarks;

switch (args)
{
    case ["rounds", ..]:
        return await Rounds.Serve(args[1..]);
    case ["stages", ..]:
        return Stages.Print(args[1..]);
    case ["engine", _, ..]:
        return Engine.Write(args[1..]);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Engine).Assembly).Run(args);
        return 0;
}
