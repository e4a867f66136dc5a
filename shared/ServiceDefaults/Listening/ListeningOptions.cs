using System.ComponentModel.DataAnnotations;
using System.Net;
using Ocr.ServiceDefaults.Settings;

namespace Ocr.ServiceDefaults.Listening;

/// <summary>The addresses and ports that a process listens on (docs/adr/0034).</summary>
public sealed class ListeningOptions : IValidatableObject
{
    private const string All = "*";
    private const string Local = "localhost";

    /// <summary>Address to listen on. Unset: every address where keys are required, else this machine only.</summary>
    [Setting("HOST", "an IP address such as 0.0.0.0, localhost, or * for every address")]
    public string? Host { get; set; }

    /// <summary>
    /// Port of <c>/metrics</c>, <c>/internal</c> and <c>/health/ready</c>, the same for every service of an installation. Unset: they are on
    /// the port of the service and respond to requests from this machine only.
    /// </summary>
    [Setting("MANAGEMENT_PORT", "a number from 1 to 65535, or leave it unset"), Range(1, 65_535)]
    public int? ManagementPort { get; set; }

    /// <summary>Whether every call needs a key; default no.</summary>
    [Setting("AUTH_REQUIRED", "true or false")]
    public bool AuthRequired { get; set; }

    /// <summary>Whether the process is limited to this machine because neither keys nor an address are set.</summary>
    public bool IsLocalByDefault => Host is null && !AuthRequired;

    /// <summary>Whether other machines can connect.</summary>
    public bool IsExposed => Name is All || (IPAddress.TryParse(Name, out var address) && !IPAddress.IsLoopback(address));

    private string Name => Host ?? (AuthRequired ? All : Local);

    /// <summary>The address of a port in the form that the web server reads.</summary>
    /// <param name="port">0 for any free port.</param>
    public string Url(int port)
    {
        // The web server cannot choose one free port for both loopback addresses.
        var name = Name == Local && port == 0 ? IPAddress.Loopback.ToString() : Name;
        var host = IPAddress.TryParse(name, out var address) && address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? $"[{name}]" : name;
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"http://{host}:{port}");
    }

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        // The web server treats any other name as every address.
        if (Host is not (null or All or Local) && !IPAddress.TryParse(Host, out _))
        {
            yield return new ValidationResult("is not an address.", [nameof(Host)]);
        }
    }
}
