using Microsoft.Extensions.Options;
using Ocr.Ingest.Dispatch;
using Ocr.Ingest.Statistics;
using Ocr.ServiceDefaults.Errors;
using Ocr.ServiceDefaults.Storage;

namespace Ocr.Ingest.Upload;

/// <summary>Handles every request with images: check of the disk space, parsing, validation, storing, counting. All files are stored, or none.</summary>
internal sealed class UploadIntake(
    IOptions<IngestOptions> options, DiskReserve disk, UploadStatistics statistics, DispatchTrigger trigger, ILogger<UploadIntake> logger)
{
    /// <summary>Reads and stores a request.</summary>
    /// <param name="context">The request.</param>
    /// <param name="sender">Client of the request.</param>
    /// <param name="form">An empty form.</param>
    /// <param name="read">Reads files and fields into the form; returns the response when the request needs nothing stored.</param>
    /// <param name="store">Stores a valid form and returns the response.</param>
    public async Task<T> TakeAsync<T>(
        HttpContext context, Sender sender, UploadForm form, Func<UploadForm, Task<T?>> read, Func<UploadForm, Task<T>> store)
        where T : class
    {
        try
        {
            return await TakeAsync(context, form, read, store);
        }
        catch (ApiException refusal)
        {
            statistics.Refused(sender.Tenant, refusal.Error.Code, form.Files.Count + form.TooLarge.Count);
            throw;
        }
        finally
        {
            // Triggers the loop that publishes the stored receipts and writes the counters.
            trigger.Set(DispatchWork.Uploads);
        }
    }

    /// <summary>Counts the files that a partial upload left out.</summary>
    public void Rejected(Sender sender, UploadForm form)
    {
        if (form.Rejected.Count > 0)
        {
            statistics.Refused(sender.Tenant, ApiErrors.ValidationCode, form.Rejected.Count);
        }
    }

    private async Task<T> TakeAsync<T>(HttpContext context, UploadForm form, Func<UploadForm, Task<T?>> read, Func<UploadForm, Task<T>> store)
        where T : class
    {
        try
        {
            // Twice the size: a file is in the temporary folder and in the store for a short time.
            if (!disk.HasRoomFor(2 * (context.Request.ContentLength ?? 0)))
            {
                throw UploadErrors.DiskFull();
            }

            if (await read(form) is { } response)
            {
                return response;
            }

            Check(form);
            return await store(form);
        }
        catch (NotStoredException exception)
        {
            Log.NotStored(logger, exception);
            throw Outage.Of(exception) == StorageError.Full ? UploadErrors.DiskFull() : UploadErrors.NotStored();
        }
        catch (BadHttpRequestException exception)
        {
            throw new ApiException(ApiErrors.Of(exception.StatusCode));
        }
    }

    private void Check(UploadForm form)
    {
        var isPartial = PartialUpload.IsRequested(form);
        if (form.TooLarge.Count > 0 && !(isPartial && form.Files.Count > 0))
        {
            throw UploadErrors.TooLarge(form.TooLarge, options.Value.MaxFileBytes);
        }

        if (form.Files.Count == 0 && !form.Errors.Any)
        {
            form.Errors.Field("files", "Falta el archivo");
        }

        MetadataReader.Apply(form);
        if (form.Errors.Any && !(isPartial && PartialUpload.TryReject(form)))
        {
            throw form.Errors.ToException();
        }
    }
}
