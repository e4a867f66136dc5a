using System.Text.Json;
using Ocr.Contracts;
using Ocr.ServiceDefaults.Json;
using Ocr.ServiceDefaults.Warming;

namespace Ocr.Extractor.Live;

/// <summary>Extracts the fields of a made-up receipt.</summary>
internal sealed class ExtractionWarmUp(LiveRules rules, TimeProvider time) : IWarmUp
{
    private const int Height = 40;

    private static readonly string[] Rows =
    [
        "Banco de Venezuela", "PagomóvilBDV", "¡Operación exitosa!", "Monto: 1.234,56 Bs", "Fecha: 01/01/2025 10:15 AM", "Operación: 000123456789",
        "Identificación: V-12.345.678", "Origen: 0102****1234", "Destino: 0412-1234567", "Banco destino: 0134 - BANESCO", "Concepto: calentamiento",
    ];

    /// <inheritdoc/>
    public Task RunAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        // As the bus brings and takes them.
        var words = JsonSerializer.Deserialize<WordBox[]>(JsonSerializer.SerializeToUtf8Bytes(Words(), OcrJson.Options), OcrJson.Options)!;
        var receipt = rules.Current.Extract(words, 720, 1280, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        JsonSerializer.SerializeToUtf8Bytes(receipt, OcrJson.Options);
        return Task.CompletedTask;
    }

    private static IEnumerable<WordBox> Words()
    {
        foreach (var (row, text) in Rows.Index())
        {
            var left = 40;
            foreach (var word in text.Split(' '))
            {
                var width = 14 * word.Length;
                yield return new WordBox(word, 0.97f, left, 200 + (2 * row * Height), left + width, 200 + (((2 * row) + 1) * Height));
                left += width + 14;
            }
        }
    }
}
