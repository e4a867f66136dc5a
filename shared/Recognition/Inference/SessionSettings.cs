using Microsoft.ML.OnnxRuntime;
using Ocr.Inference;

namespace Ocr.Recognition.Inference;

/// <summary>Options of all sessions.</summary>
internal static class SessionSettings
{
    /// <param name="threads">Threads inside one run.</param>
    /// <param name="boundedPairs">Whether int8 sums of the model fit into 16 bits (<see cref="Packs.PackManifest.BoundedPairs"/>).</param>
    public static SessionOptions Create(int threads, bool boundedPairs)
    {
        RuntimeTelemetry.TurnOff();
        NativeHeap.KeepLargeBlocksOut();
        var options = new SessionOptions
        {
            // Explicit, because the default counts the host's cores instead of the container's, and pins threads to them.
            IntraOpNumThreads = threads,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,

            // Pages come in any size. A memory pattern is kept for every shape, so memory only grows,
            // and it saves nothing (53 against 54 ms of a core per receipt).
            EnableMemoryPattern = false,

            // 480 receipts of 60 sizes: with the arena the process peaked at 0.3 GB, without it at 0.5 GB; the times are equal.
            EnableCpuMemArena = true,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
        };

        // A spinning worker takes processor time from the next receipt.
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        options.AddSessionConfigEntry("session.inter_op.allow_spinning", "0");
        options.AddSessionConfigEntry("session.set_denormal_as_zero", "1");

        if (!boundedPairs && !Processor.MultipliesBytes)
        {
            // Without it, sums of two products of unsigned and signed bytes saturate, and the words differ between machines. With it, a run takes
            // 1.2 to 1.45 times as long.
            options.AddSessionConfigEntry("session.x64quantprecision", "1");
        }

        return options;
    }
}
