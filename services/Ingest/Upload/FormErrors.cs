using Ocr.ServiceDefaults.Errors;

namespace Ocr.Ingest.Upload;

/// <summary>Collects all errors of a request, so that one response reports them.</summary>
public sealed class FormErrors
{
    private readonly Dictionary<string, List<string>> _fields = [];
    private readonly Dictionary<string, List<string>> _files = [];

    /// <summary>Whether there is an error.</summary>
    public bool Any => _fields.Count + _files.Count > 0;

    /// <summary>Whether there is an error of the request, not of a single file.</summary>
    public bool IsOfRequest { get; private set; }

    /// <summary>Adds an error of a form field. The request is refused.</summary>
    /// <param name="name">Name of the field in the form.</param>
    /// <param name="error">Spanish.</param>
    public void Field(string name, string error)
    {
        IsOfRequest = true;
        Add(_fields, name, error);
    }

    /// <summary>Adds an error of a field that describes a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="name">Name of the field in the form.</param>
    /// <param name="error">Spanish.</param>
    public void Metadata(UploadedFile file, string name, string error)
    {
        ArgumentNullException.ThrowIfNull(file);
        file.Errors.Add($"{name}: {error}");
        Add(_fields, name, error);
    }

    /// <summary>Adds an error of a file.</summary>
    /// <param name="name">The client's file name.</param>
    /// <param name="error">Spanish.</param>
    public void File(string name, string error) => Add(_files, name, error);

    /// <summary>The error response with all errors.</summary>
    public ApiException ToException() => new(ApiErrors.Validation(new ValidationDetails(
        _fields.ToDictionary(item => item.Key, item => (IReadOnlyList<string>)item.Value),
        _files.ToDictionary(item => item.Key, item => (IReadOnlyList<string>)item.Value))));

    private static void Add(Dictionary<string, List<string>> errors, string name, string error)
    {
        if (!errors.TryGetValue(name, out var list))
        {
            errors[name] = list = [];
        }

        if (!list.Contains(error))
        {
            list.Add(error);
        }
    }
}
