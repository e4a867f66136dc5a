using System.ComponentModel.DataAnnotations;
using Ocr.Recognition;
using Ocr.ServiceDefaults.Settings;

namespace Ocr.OcrWorker;

/// <summary>Settings of the worker.</summary>
public sealed class OcrWorkerOptions
{
    /// <summary>Folder of the model packs; default <c>models</c> next to the program or in a folder above it.</summary>
    [Setting("MODELS_DIR", "the folder of the model packs")]
    public string? ModelsDirectory { get; set; }

    /// <summary>Name of the model pack, a folder of <see cref="ModelsDirectory"/>.</summary>
    [Setting("MODEL_PACK", "the name of a folder of MODELS_DIR, such as compact")]
    [Required, RegularExpression("^[A-Za-z0-9][A-Za-z0-9._-]*$")]
    public string ModelPack { get; set; } = "compact";

    /// <summary>What runs the networks of the pack; default the faster one on this processor.</summary>
    [Setting("INFERENCE_ENGINE", "fastest, onnxruntime or quantized")]
    [EnumDataType(typeof(InferenceEngine))]
    public InferenceEngine InferenceEngine { get; set; } = InferenceEngine.Fastest;

    /// <summary>Whether uploads are read before a batch requests them. Results do not depend on it; default true.</summary>
    [Setting("READ_AHEAD", "true or false")]
    public bool ReadAhead { get; set; } = true;

    /// <summary>Number of concurrent inferences; default the number of available cores.</summary>
    [Setting("OCR_PARALLELISM", "a number from 1 to 256")]
    [Range(1, 256)]
    public int Parallelism { get; set; } = Environment.ProcessorCount;

    /// <summary>Time limit for reading one image, after which it gets an error result; default 60 s.</summary>
    [Setting("READING_SECONDS", "a number of seconds from 1 to 3600")]
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan ReadingLimit { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Maximum number of pixels of an image, millions; default 40, as in the upload.</summary>
    [Setting("MAX_MEGAPIXELS", "a number from 1 to 1000")]
    [Range(1, 1000)]
    public int MaxMegapixels { get; set; } = 40;

    /// <summary>Maximum number of words of an image; an image with more gets an error result. Default 2,000.</summary>
    [Setting("MAX_WORDS", "a number from 100 to 100000")]
    [Range(100, 100_000)]
    public int MaxWords { get; set; } = 2_000;

    /// <summary>Maximum number of cached images; default 20,000.</summary>
    [Setting("CACHE_MAX_ENTRIES", "a number from 1 to 10000000")]
    [Range(1, 10_000_000)]
    public int CacheMaxEntries { get; set; } = 20_000;

    /// <summary>Estimated memory limit of the cache, bytes; default 128 MB.</summary>
    [Setting("CACHE_MAX_BYTES", "a number of bytes from 1000000 to 64000000000")]
    [Range(1_000_000d, 64_000_000_000d)]
    public long CacheMaxBytes { get; set; } = 128_000_000;

    /// <summary>Lifetime of cached words; default 24 hours.</summary>
    [Setting("CACHE_TTL", "seconds, or a span such as 24:00:00")]
    [Range(typeof(TimeSpan), "00:00:10", "30.00:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan CacheTimeToLive { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Interval of the worker's heartbeats; default 5 seconds.</summary>
    [Setting("HEARTBEAT_INTERVAL", "seconds, from 0.1 to 60")]
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan HeartbeatInterval { get; set; } = TimeSpan.FromSeconds(5);
}
