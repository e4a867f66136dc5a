using System.Text.Json;
using Ocr.Ingest.Batches;
using Ocr.Ingest.Json;
using Ocr.ServiceDefaults.Errors;

namespace Ocr.Ingest.Rereads;

/// <summary>Request to read receipts again.</summary>
/// <param name="ReceiptId">One receipt; <see langword="null"/> for those of a batch.</param>
/// <param name="RequestId">The batch; <see langword="null"/> for one receipt.</param>
/// <param name="Profile">Recognition profile; <see langword="null"/> for that of the previous reading, so that only the rules are applied again.</param>
/// <param name="Person">Person who makes the request.</param>
/// <param name="Client">Owner of the turns of the new receipts.</param>
/// <param name="Weight">Weight of the caller.</param>
internal sealed record RereadRequest(Guid? ReceiptId, string? RequestId, string? Profile, string Person, string Client, int Weight)
{
    /// <summary>Reads the profile of a body.</summary>
    /// <exception cref="ApiException">400 for an unknown profile.</exception>
    public static string? ReadProfile(JsonElement body)
    {
        var fields = new JsonFields(body);
        var profile = fields.OneOf("profile", BatchOptionsReader.Profiles, "");
        return fields.Checked(profile.Length == 0 ? null : profile);
    }
}
