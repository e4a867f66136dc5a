using System.Runtime;
using Ocr.ServiceDefaults.Warming;

namespace Ocr.ServiceDefaults.Tests;

/// <summary>Counts what the first call of an asynchronous method compiles.</summary>
public sealed class AsyncCodeTests
{
    [Fact]
    public void The_first_call_of_a_prepared_method_compiles_less()
    {
        // The first call compiles the code that every call needs.
        Compiled(gate => LeftOut<byte>(gate));
        Assert.True(AsyncCode.Prepare(typeof(AsyncCodeTests).Assembly) > 1);

        var prepared = Compiled(Prepared);
        // A generic method of structures is left out.
        var leftOut = Compiled(gate => LeftOut<int>(gate));

        Assert.InRange(prepared, 0, leftOut - 6);
    }

    [Fact]
    public void A_generic_method_of_classes_is_prepared()
    {
        Compiled(gate => LeftOut<byte>(gate));
        AsyncCode.Prepare(typeof(AsyncCodeTests).Assembly);

        Assert.InRange(Compiled(gate => OfClass<string>(gate)), 0, Compiled(gate => LeftOut<short>(gate)) - 6);
    }

    // The gate opens on this thread, which therefore runs the rest of the method.
    private static int Compiled(Func<Task, Task<string>> call)
    {
        var gate = new TaskCompletionSource();
        var before = JitInfo.GetCompiledMethodCount(currentThread: true);
        var result = call(gate.Task);
        gate.SetResult();
        Assert.True(result.IsCompletedSuccessfully);
        return (int)(JitInfo.GetCompiledMethodCount(currentThread: true) - before);
    }

    private static async Task<string> Prepared(Task gate)
    {
        await gate;
        return "";
    }

    private static async Task<string> OfClass<T>(Task gate)
        where T : class
    {
        await gate;
        return typeof(T).Name;
    }

    private static async Task<string> LeftOut<T>(Task gate)
        where T : struct
    {
        await gate;
        return typeof(T).Name;
    }
}
