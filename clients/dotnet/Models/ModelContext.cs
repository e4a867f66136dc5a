using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ocr.Client;

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ErrorResponse))]
[JsonSerializable(typeof(UploadResponse))]
[JsonSerializable(typeof(BatchRequest))]
[JsonSerializable(typeof(OpenedBatch))]
[JsonSerializable(typeof(BatchStatus))]
[JsonSerializable(typeof(BatchResults))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(ReceiptDocument))]
[JsonSerializable(typeof(PendingRead))]
[JsonSerializable(typeof(PendingPage))]
[JsonSerializable(typeof(ProcessedPage))]
internal sealed partial class ModelContext : JsonSerializerContext;
