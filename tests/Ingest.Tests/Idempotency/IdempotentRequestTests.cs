using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Ocr.Ingest.Idempotency;
using Ocr.ServiceDefaults.Errors;

namespace Ocr.Ingest.Tests.Idempotency;

/// <summary>The accepted keys, and the fingerprint that identifies the content of a request.</summary>
public sealed class IdempotentRequestTests
{
    public static TheoryData<string, string> Keys => new()
    {
        { "a", "a" },
        { "  mensaje 1\t", "mensaje 1" },
        { "!~", "!~" },
        { new string('a', 255), new string('a', 255) },
    };

    public static TheoryData<string[]> NotKeys =>
    [
        new[] { "" },
        new[] { " " },
        new[] { new string('a', 256) },
        new[] { "con\ttabulador" },
        new[] { "a\u001Fb" },
        new[] { "a\u007Fb" },
        new[] { "señal" },
        new[] { "a", "b" },
    ];

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_key_is_printable_ascii_of_up_to_255_characters(string header, string key) => Assert.Equal(key, KeyOf(header));

    [Theory]
    [MemberData(nameof(NotKeys))]
    public void Any_other_header_is_refused_with_the_rule(string[] header)
    {
        var error = Assert.Throws<ApiException>(() => KeyOf(header)).Error;

        Assert.Equal(400, error.StatusCode);
        Assert.Equal(
            ["Debe tener de 1 a 255 caracteres ASCII imprimibles, por ejemplo el id del mensaje"],
            Assert.IsType<ValidationDetails>(error.Details).FieldErrors["Idempotency-Key"]);
    }

    [Fact]
    public void Without_the_header_there_is_no_key() => Assert.Null(IdempotentRequest.KeyOf(new DefaultHttpContext().Request));

    [Fact]
    public void Another_path_or_other_content_has_another_fingerprint()
    {
        string[] fingerprints =
        [
            Fingerprint("/api/upload", "uno", "dos"),
            Fingerprint("/api/ocr/read", "uno", "dos"),
            Fingerprint("/api/upload", "dos", "uno"),
            Fingerprint("/api/upload", "unodos"),
            Fingerprint("/api/upload", "un", "odos"),
            Fingerprint("/api/upload", "uno", "dos", ""),
            Fingerprint("/api/upload"),
        ];

        Assert.Equal(fingerprints.Length, fingerprints.Distinct().Count());
    }

    // Replicas of two releases run together during an update, and stored fingerprints are compared with new ones for 24 hours.
    [Fact]
    public void The_fingerprint_is_the_hash_of_the_texts_with_their_lengths() => Assert.Equal(
        Convert.ToHexStringLower(SHA256.HashData("\u000B\0\0\0/api/upload\u0004\0\0\0año\u0000\0\0\0"u8)), Fingerprint("/api/upload", "año", ""));

    private static string? KeyOf(params string[] values)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers[IdempotentRequest.Header] = new StringValues(values);
        return IdempotentRequest.KeyOf(context.Request);
    }

    private static string Fingerprint(string path, params string[] content) => IdempotentRequest.Of("uno", "clave", path, content).Fingerprint;
}
