using System.ComponentModel.DataAnnotations;
using Ocr.ServiceDefaults.Settings;

namespace Ocr.OcrWorker;

/// <summary>Settings of the worker.</summary>
public sealed class OcrWorkerOptions
{
    /// <summary>Folder of the model packs; unset, <c>models</c> beside the program or in a folder above it.</summary>
    [Setting("MODELS_DIR", "the folder of the model packs")]
    public string? ModelsDirectory { get; set; }

    /// <summary>The pack to read with, a folder of <see cref="ModelsDirectory"/>.</summary>
    [Setting("MODEL_PACK", "the name of a folder of MODELS_DIR, such as compact")]
    [Required, RegularExpression("^[A-Za-z0-9][A-Za-z0-9._-]*$")]
    public string ModelPack { get; set; } = "compact";

    /// <summary>Whether uploads are read before their batch is asked for. Results are the same without; default true.</summary>
    [Setting("READ_AHEAD", "true or false")]
    public bool ReadAhead { get; set; } = true;

    /// <summary>Inferences at once; default the cores this process may use.</summary>
    [Setting("OCR_PARALLELISM", "a number from 1 to 256")]
    [Range(1, 256)]
    public int Parallelism { get; set; } = Environment.ProcessorCount;

    /// <summary>Images whose words are kept; default 20,000.</summary>
    [Setting("CACHE_MAX_ENTRIES", "a number from 1 to 10000000")]
    [Range(1, 10_000_000)]
    public int CacheMaxEntries { get; set; } = 20_000;

    /// <summary>Memory for them, bytes, estimated; default 128 MB.</summary>
    [Setting("CACHE_MAX_BYTES", "a number of bytes from 1000000 to 64000000000")]
    [Range(1_000_000d, 64_000_000_000d)]
    public long CacheMaxBytes { get; set; } = 128_000_000;

    /// <summary>How long words are kept; default 24 hours.</summary>
    [Setting("CACHE_TTL", "seconds, or a span such as 24:00:00")]
    [Range(typeof(TimeSpan), "00:00:10", "30.00:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan CacheTimeToLive { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How often the worker says that it lives; default 5 seconds.</summary>
    [Setting("HEARTBEAT_INTERVAL", "seconds, from 0.1 to 60")]
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan HeartbeatInterval { get; set; } = TimeSpan.FromSeconds(5);
}
