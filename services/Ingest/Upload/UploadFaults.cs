using Ocr.ServiceDefaults.Errors;

namespace Ocr.Ingest.Upload;

/// <summary>Gathers every fault of a request, so that the client learns of all of them at once.</summary>
public sealed class UploadFaults
{
    private readonly Dictionary<string, List<string>> _fields = [];
    private readonly Dictionary<string, List<string>> _files = [];

    /// <summary>Whether there is any.</summary>
    public bool Any => _fields.Count + _files.Count > 0;

    /// <summary>Whether there is one that belongs to no single file.</summary>
    public bool IsOfRequest { get; private set; }

    /// <summary>Adds a fault of a form field, which refuses the whole request.</summary>
    /// <param name="name">Its name in the form.</param>
    /// <param name="fault">Spanish.</param>
    public void Field(string name, string fault)
    {
        IsOfRequest = true;
        Add(_fields, name, fault);
    }

    /// <summary>Adds a fault of a field that describes a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="name">Name of the field in the form.</param>
    /// <param name="fault">Spanish.</param>
    public void Metadata(UploadedFile file, string name, string fault)
    {
        ArgumentNullException.ThrowIfNull(file);
        file.Errors.Add($"{name}: {fault}");
        Add(_fields, name, fault);
    }

    /// <summary>Adds a fault of a file.</summary>
    /// <param name="name">The client's file name.</param>
    /// <param name="fault">Spanish.</param>
    public void File(string name, string fault) => Add(_files, name, fault);

    /// <summary>The answer that lists them.</summary>
    public ApiException ToException() => new(ApiFaults.Validation(new ValidationDetails(
        _fields.ToDictionary(item => item.Key, item => (IReadOnlyList<string>)item.Value),
        _files.ToDictionary(item => item.Key, item => (IReadOnlyList<string>)item.Value))));

    private static void Add(Dictionary<string, List<string>> faults, string name, string fault)
    {
        if (!faults.TryGetValue(name, out var list))
        {
            faults[name] = list = [];
        }

        if (!list.Contains(fault))
        {
            list.Add(fault);
        }
    }
}
