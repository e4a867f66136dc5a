using System.Globalization;
using CsCheck;

namespace Ocr.Recognition.Tests.Fuzz;

/// <summary>
/// Length of a fuzz test: a fixed number of cases in <c>./test.sh</c>; with <c>FUZZ_SECONDS</c> in the environment, that many seconds per test.
/// A failure prints the shrunken case and the seed that repeats it.
/// </summary>
internal static class FuzzRun
{
    private static readonly int Seconds =
        int.TryParse(Environment.GetEnvironmentVariable("FUZZ_SECONDS"), CultureInfo.InvariantCulture, out var seconds) ? seconds : 0;

    public static void Fuzz<T>(this Gen<T> cases, int iterations, Action<T> check)
    {
        if (Seconds > 0)
        {
            cases.Sample(check, time: Seconds);
        }
        else
        {
            cases.Sample(check, iter: iterations);
        }
    }

    public static void Fuzz<T1, T2>(this Gen<(T1 First, T2 Second)> cases, int iterations, Action<T1, T2> check) =>
        cases.Fuzz(iterations, item => check(item.First, item.Second));

    public static void Fuzz<T1, T2, T3>(this Gen<(T1 First, T2 Second, T3 Third)> cases, int iterations, Action<T1, T2, T3> check) =>
        cases.Fuzz(iterations, item => check(item.First, item.Second, item.Third));
}
