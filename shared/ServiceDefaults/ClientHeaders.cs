using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Ocr.ServiceDefaults;

/// <summary>Headers in which the gateway passes the client of a request to the services. The gateway removes values that a client sends under these names.</summary>
public static class ClientHeaders
{
    /// <summary>Name of the header.</summary>
    public const string Name = "X-Ocr-Caller";

    /// <summary>Header with the client's weight in the fair turns.</summary>
    public const string Weight = "X-Ocr-Weight";

    /// <summary>Header with the reading cost that the client may upload per minute.</summary>
    public const string CostPerMinute = "X-Ocr-Cost-Per-Minute";

    /// <summary>Header with the name of the person or program that makes the request, percent-encoded.</summary>
    public const string Person = "X-Ocr-Person";

    private const int MaxLength = 100;

    /// <summary>The client of a request: a key or an address; <c>""</c> without a gateway. At most 100 characters.</summary>
    /// <param name="request">The request.</param>
    public static string Of(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var client = request.Headers[Name].ToString();
        return client.Length <= MaxLength ? client : client[..MaxLength];
    }

    /// <summary>
    /// The name of the person or program that makes a request: the name of a key, <c>admin</c>, or an address; <c>""</c> when no gateway set one. At
    /// most 100 characters.
    /// </summary>
    /// <param name="request">The request.</param>
    public static string PersonOf(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var person = Uri.UnescapeDataString(request.Headers[Person].ToString());
        return person.Length == 0 ? Of(request) : person.Length <= MaxLength ? person : person[..MaxLength];
    }

    /// <summary>The weight of the client in the fair turns, at least 1; 1 without a gateway.</summary>
    /// <param name="request">The request.</param>
    public static int WeightOf(HttpRequest request) => Math.Max(1, Number(request, Weight));

    /// <summary>The reading cost that the client may upload per minute; 0, no limit, without a gateway.</summary>
    /// <param name="request">The request.</param>
    public static int CostPerMinuteOf(HttpRequest request) => Number(request, CostPerMinute);

    private static int Number(HttpRequest request, string name)
    {
        ArgumentNullException.ThrowIfNull(request);
        return int.TryParse(request.Headers[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }
}
