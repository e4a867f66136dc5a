using System.Text.Json;
using Ocr.Ingest.Batches;
using Ocr.Ingest.Json;
using Ocr.ServiceDefaults.Errors;

namespace Ocr.Ingest.Rereads;

/// <summary>Asks for receipts to be read again.</summary>
/// <param name="ReceiptId">One receipt; <see langword="null"/> for those of a batch.</param>
/// <param name="RequestId">The batch; <see langword="null"/> for one receipt.</param>
/// <param name="Profile">Recognition profile; <see langword="null"/> for that of the reading before, so that only the rules are applied anew.</param>
/// <param name="Person">Who asks.</param>
/// <param name="Caller">Whose turn it is among the callers.</param>
/// <param name="Weight">Weight of the caller.</param>
internal sealed record RereadRequest(Guid? ReceiptId, string? RequestId, string? Profile, string Person, string Caller, int Weight)
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
