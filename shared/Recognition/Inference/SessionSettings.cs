using Microsoft.ML.OnnxRuntime;

namespace Ocr.Recognition.Inference;

/// <summary>How sessions run here.</summary>
internal static class SessionSettings
{
    public static SessionOptions Create(int threads)
    {
        RuntimeTelemetry.TurnOff();
        NativeHeap.KeepLargeBlocksOut();
        var options = new SessionOptions
        {
            // An explicit count: the default counts the host's cores, not the container's, and pins threads to them.
            IntraOpNumThreads = threads,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,

            // Pages come in any size. A memory pattern is kept for every shape ever seen, so it only grows,
            // and saves nothing (53 against 54 ms of a core a receipt).
            EnableMemoryPattern = false,

            // 480 receipts of 60 sizes: with the arena the process peaked at 0.3 GB, without it at 0.5 GB; the times are the same.
            EnableCpuMemArena = true,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
        };

        // A spinning worker burns the core that the next receipt needs.
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        options.AddSessionConfigEntry("session.inter_op.allow_spinning", "0");
        options.AddSessionConfigEntry("session.set_denormal_as_zero", "1");

        if (!Processor.MultipliesBytes)
        {
            // Products of unsigned and signed bytes would be summed in 16 bits and saturate: other words than on the machine beside it.
            options.AddSessionConfigEntry("session.x64quantprecision", "1");
        }

        return options;
    }
}
