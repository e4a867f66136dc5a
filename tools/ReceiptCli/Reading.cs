using Ocr.Contracts;
using Ocr.Recognition;

namespace Ocr.ReceiptCli;

/// <summary>One image read.</summary>
/// <param name="Model">Name and version of the model pack.</param>
/// <param name="Page">Its words.</param>
/// <param name="Receipt">Its fields.</param>
/// <param name="Time">Decoding to fields.</param>
internal sealed record Reading(string Model, ReadPage Page, ExtractedReceipt Receipt, TimeSpan Time);
