namespace Ocr.Gateway.Limits;

/// <summary>The limits of one client; 0 is none.</summary>
/// <param name="PerMinute">All requests.</param>
/// <param name="PerHour">All requests.</param>
/// <param name="Burst">All requests, in a second.</param>
/// <param name="UploadPerMinute">Uploads only.</param>
/// <param name="ProcessPerMinute">Batches opened only.</param>
/// <param name="PagePerMinute">Reads of the web page, which no other limit counts.</param>
/// <param name="ReviewPerMinute">Requests of a person who reviews receipts; no other limit counts them.</param>
internal sealed record RateLimits(
    int PerMinute, int PerHour, int Burst, int UploadPerMinute, int ProcessPerMinute, int PagePerMinute, int ReviewPerMinute)
{
    /// <summary>The windows that a request of this kind has to fit into.</summary>
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

/// <summary>What a request asks for, as far as limits care.</summary>
internal enum RequestKind
{
    /// <summary>Anything else.</summary>
    General,

    /// <summary>Brings images.</summary>
    Upload,

    /// <summary>Opens a batch.</summary>
    Process,

    /// <summary>A GET of the web page, which polls while a person looks at it.</summary>
    PageRead,

    /// <summary>A person looks at receipts one after the other: several requests per receipt.</summary>
    Review,
}
