using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace Ocr.Contracts.Tests;

/// <summary>The contracts as text: full names, which are the names on the wire, with every property, its type, and constants.</summary>
internal static class ContractSnapshot
{
    public static string Path([CallerFilePath] string here = "") =>
        System.IO.Path.Combine(System.IO.Path.GetDirectoryName(here)!, "contracts.txt");

    public static string Render(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(type.FullName).Append('\n');
            foreach (var line in Members(type).Order(StringComparer.Ordinal))
            {
                text.Append("  ").Append(line).Append('\n');
            }
        }

        return text.ToString();
    }

    private static IEnumerable<string> Members(Type type)
    {
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var required = property.GetCustomAttribute<RequiredMemberAttribute>() is null ? "" : "required ";
            var optional = new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable ? "?" : "";
            yield return $"{property.Name}: {required}{Name(property.PropertyType)}{optional}";
        }

        foreach (var constant in type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral))
        {
            yield return $"{constant.Name} = {constant.GetRawConstantValue()}";
        }
    }

    private static string Name(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return Name(value);
        }

        return type.IsGenericType
            ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
            : type.Name;
    }
}
