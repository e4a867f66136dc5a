using System.Runtime.InteropServices;
using Ocr.Inference;
using Ocr.Recognition.Inference;

namespace Ocr.Recognition.Tests.Inference;

public sealed partial class RuntimeTelemetryTests
{
    [Fact]
    public void The_telemetry_of_the_runtime_is_disabled_before_its_first_use()
    {
        using var options = SessionSettings.Create(threads: 1, boundedPairs: true);
        if (OperatingSystem.IsWindows())
        {
            Assert.Equal("1", Environment.GetEnvironmentVariable(RuntimeTelemetry.Variable));
            return;
        }

        Assert.Equal("1", Marshal.PtrToStringUTF8(GetNative(RuntimeTelemetry.Variable)));
    }

    [LibraryImport("libc", EntryPoint = "getenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint GetNative(string name);
}
