using Ocr.ServiceDefaults.Storage;

namespace Ocr.Ingest.Batches;

/// <summary>Adds a notice about failing storage to the status of a waiting batch. In a single process the stores of all services count.</summary>
internal static class StorageNotice
{
    /// <summary>The notice, Spanish; <see langword="null"/> while every store works.</summary>
    public static string? Of(StorageErrors errors)
    {
        var failing = errors.Current.Select(store => $"{store.Key} ({Reason(store.Value)})").Order(StringComparer.Ordinal).ToArray();
        return failing.Length == 0 ? null
            : $"El almacenamiento falla: {string.Join(", ", failing)}. Los resultados esperan; avise al administrador";
    }

    private static string Reason(StorageError error) => error switch
    {
        StorageError.Damaged => "dañado",
        StorageError.Full => "disco lleno",
        _ => "no se puede escribir",
    };
}
