namespace Ocr.Gateway.Limits;

/// <summary>The limits of one client; 0 for no limit.</summary>
/// <param name="PerMinute">All requests, per minute.</param>
/// <param name="PerHour">All requests, per hour.</param>
/// <param name="Burst">All requests, per second.</param>
/// <param name="UploadPerMinute">Uploads only.</param>
/// <param name="ProcessPerMinute">Opened batches only.</param>
/// <param name="PagePerMinute">Reads of the web page; the other limits do not count them.</param>
/// <param name="ReviewPerMinute">Requests of reviews; the other limits do not count them.</param>
internal sealed record RateLimits(
    int PerMinute, int PerHour, int Burst, int UploadPerMinute, int ProcessPerMinute, int PagePerMinute, int ReviewPerMinute)
{
    /// <summary>The windows of a kind of request.</summary>
    public IReadOnlyList<RateWindow> Windows(RequestKind kind)
    {
        if (kind == RequestKind.PageRead)
        {
            return PagePerMinute > 0 ? [new("page", "lecturas de la página por minuto", TimeSpan.FromMinutes(1), 60, PagePerMinute)] : [];
        }

        RateWindow[] all = kind == RequestKind.Review ? [Review] :
        [
            new("second", "por segundo", TimeSpan.FromSeconds(1), 10, Burst),
            new("minute", "por minuto", TimeSpan.FromMinutes(1), 60, PerMinute),
            new("hour", "por hora", TimeSpan.FromHours(1), 60, PerHour),
            kind switch
            {
                RequestKind.Upload => new("upload", "cargas por minuto", TimeSpan.FromMinutes(1), 60, UploadPerMinute),
                RequestKind.Process => new("process", "lotes por minuto", TimeSpan.FromMinutes(1), 60, ProcessPerMinute),
                _ => new("none", "", TimeSpan.FromMinutes(1), 60, 0),
            },
        ];
        return Array.FindAll(all, window => window.Limit > 0);
    }

    private RateWindow Review => new("review", "solicitudes de revisión por minuto", TimeSpan.FromMinutes(1), 60, ReviewPerMinute);
}

/// <summary>Kind of request, which selects the limits.</summary>
internal enum RequestKind
{
    /// <summary>Other requests.</summary>
    General,

    /// <summary>Uploads images.</summary>
    Upload,

    /// <summary>Opens a batch.</summary>
    Process,

    /// <summary>A GET of the web page, which polls while it is open.</summary>
    PageRead,

    /// <summary>A request of a review: a person makes several per receipt.</summary>
    Review,
}
