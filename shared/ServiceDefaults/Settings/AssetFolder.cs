namespace Ocr.ServiceDefaults.Settings;

/// <summary>Finds folders that are next to the program when it is published, and at the root of the repository otherwise.</summary>
public static class AssetFolder
{
    /// <summary>
    /// The configured folder, or the first folder of this name next to the program or in a parent folder. When there is none, the
    /// path next to the program, so that an error message can name the missing folder.
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
