using System.Runtime.InteropServices;

namespace Ocr.Recognition.Inference;

/// <summary>
/// ONNX Runtime 1.29 and later report to their maker from Linux and macOS, and keep a device id and a database under the user's cache
/// folder (onnxruntime pull request 27379). Nothing of an operator's leaves his machines: the variable that turns all of it off
/// has to stand in the native environment before the library is first used.
/// </summary>
internal static partial class RuntimeTelemetry
{
    /// <summary>The documented switch.</summary>
    public const string Variable = "ORT_DISABLE_TELEMETRY";

    /// <summary>Called before the first session is made, because the library reads the variable once, with its environment.</summary>
    public static void TurnOff()
    {
        Environment.SetEnvironmentVariable(Variable, "1");
        if (!OperatingSystem.IsWindows())
        {
            // On Unix the call above changes .NET's copy only, which native code never sees.
            _ = SetNative(Variable, "1", overwrite: 1);
        }
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetNative(string name, string value, int overwrite);
}
