using Ocr.Contracts;
using Ocr.Recognition;

namespace Ocr.ReceiptCli;

/// <summary>The result of reading one image.</summary>
/// <param name="Model">Name and version of the model pack.</param>
/// <param name="Page">Its words.</param>
/// <param name="Receipt">Its fields.</param>
/// <param name="Time">Time from decoding to fields.</param>
internal sealed record Reading(string Model, ReadPage Page, ExtractedReceipt Receipt, TimeSpan Time);
