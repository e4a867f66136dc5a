namespace Ocr.ServiceDefaults.Settings;

/// <summary>Finds the folders that lie beside the program when it is published, and at the root of the repository when it is not.</summary>
public static class AssetFolder
{
    /// <summary>
    /// The folder that was set, or the first folder of this name beside the program or in a folder above it. When there is none, the
    /// place beside the program, so that whoever opens it can say what is missing and where.
    /// </summary>
    /// <param name="name">Name of the folder, <c>models</c> or <c>rules</c>.</param>
    /// <param name="configured">The setting's value; blank when not set.</param>
    /// <returns>A full path.</returns>
    public static string Locate(string name, string? configured)
    {
        if (!string.IsNullOrWhiteSpace(configured))
        {
            return Path.GetFullPath(configured);
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, name);
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        return Path.Combine(AppContext.BaseDirectory, name);
    }
}
