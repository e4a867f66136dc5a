using System.Runtime.InteropServices;

namespace Ocr.Inference;

/// <summary>
/// Disables the telemetry of ONNX Runtime. Version 1.29 and later report to Microsoft from Linux and macOS, and keep a device id and a database
/// under the user's cache folder (onnxruntime pull request 27379). The variable must be set in the native environment before the library is
/// first used.
/// </summary>
internal static partial class RuntimeTelemetry
{
    /// <summary>The documented switch.</summary>
    public const string Variable = "ORT_DISABLE_TELEMETRY";

    /// <summary>Must be called before the first session is created, because the library reads the variable once.</summary>
    public static void TurnOff()
    {
        Environment.SetEnvironmentVariable(Variable, "1");
        if (!OperatingSystem.IsWindows())
        {
            // On Unix the call above changes .NET's copy of the environment only, which native code does not read.
            _ = SetNative(Variable, "1", overwrite: 1);
        }
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetNative(string name, string value, int overwrite);
}
