using System.Collections;
using System.Globalization;
using System.Reflection;
using Ocr.Deploy.Tests.Kubernetes;
using Ocr.ServiceDefaults.Settings;

namespace Ocr.Deploy.Tests.Docs;

/// <summary>The table of settings of <c>docs/operations.md</c>, generated from the options classes.</summary>
internal static class SettingTable
{
    /// <summary>One line per variable: name, default, form of a value, services that read it.</summary>
    public static IReadOnlyList<string> Lines()
    {
        var readers = ServiceUnderTest.All.ToDictionary(service => service.Name, service => service.Read(new Dictionary<string, string>()));
        return
        [
            .. from setting in Settings()
               group setting by setting.Setting.Name into variable
               orderby variable.Key
               let one = variable.First()
               let users = readers.Where(service => service.Value.Contains(variable.Key)).Select(service => service.Key).ToArray()
               select $"| `{variable.Key}` | {Default(variable.Key, one.Value)} | {one.Setting.Fix.Replace("|", "\\|", StringComparison.Ordinal)} | {Readers(users, readers.Count)} |",
        ];
    }

    /// <summary>Names of all settings.</summary>
    public static IReadOnlySet<string> Names() => Settings().Select(setting => setting.Setting.Name).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<(SettingAttribute Setting, object? Value)> Settings() =>
        from assembly in Assemblies()
        from type in assembly.GetTypes()
        from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        let setting = property.GetCustomAttribute<SettingAttribute>()
        where setting is not null
        select (setting, property.GetValue(Activator.CreateInstance(type)));

    private static IEnumerable<Assembly> Assemblies() =>
        Directory.EnumerateFiles(AppContext.BaseDirectory, "Ocr.*.dll").Select(Path.GetFileNameWithoutExtension).Select(name => Assembly.Load(name!));

    private static string Readers(string[] users, int services) => users.Length switch
    {
        0 => "the one process",
        _ when users.Length == services => "all",
        _ => string.Join(", ", users),
    };

    private static string Default(string name, object? value) => (name, value) switch
    {
        ("OCR_PARALLELISM", _) => "the cores",
        ("TEMP_FOLDER", _) => "the system's",
        (_, null or "") => "unset",
        (_, bool flag) => flag ? "true" : "false",
        (_, TimeSpan span) => $"{span.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s",
        (_, Enum choice) => choice.ToString().ToLowerInvariant(),
        (_, string text) => $"`{text}`",
        (_, IEnumerable list) => $"`{string.Join(',', list.Cast<object>())}`",
        (_, IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture),
        _ => $"`{value}`",
    };
}
