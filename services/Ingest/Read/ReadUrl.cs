namespace Ocr.Ingest.Read;

/// <summary>Checks addresses of images before name resolution.</summary>
internal static class ReadUrl
{
    private const string Unnamed = "recibo";

    /// <summary>The address, or why it is refused (Spanish).</summary>
    public static (Uri? Address, string? Error) Check(string text, ReadOptions options)
    {
        if (options.Hosts.Count == 0)
        {
            return (null, "Este servidor no descarga imágenes: envíe la imagen, o defina READ_URL_HOSTS en el servidor");
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http"))
        {
            return (null, "Debe ser una dirección completa, como https://media.example.com/recibo.jpg");
        }

        if (address.Scheme == Uri.UriSchemeHttp && !options.AllowsHttp)
        {
            return (null, "Debe usar https");
        }

        if (address.UserInfo.Length > 0)
        {
            return (null, "No puede llevar usuario ni contraseña");
        }

        return IsListed(address, options.Hosts) ? (address, null) : (null, "El servidor de la dirección no está en READ_URL_HOSTS");
    }

    /// <summary>The file name of an address.</summary>
    public static string FileName(Uri address)
    {
        var name = Uri.UnescapeDataString(address.Segments[^1]).Trim('/');
        return name.Length == 0 ? Unnamed : name;
    }

    // Uri normalises hosts to lower case, ports to numbers, and international names to their ASCII form.
    private static bool IsListed(Uri address, IEnumerable<string> hosts) => hosts.Any(host =>
        Uri.TryCreate($"{address.Scheme}://{host}/", UriKind.Absolute, out var allowed)
        && allowed.IdnHost.Equals(address.IdnHost, StringComparison.OrdinalIgnoreCase) && allowed.Port == address.Port);
}
