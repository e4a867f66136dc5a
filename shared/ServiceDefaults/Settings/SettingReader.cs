using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace Ocr.ServiceDefaults.Settings;

/// <summary>Reads the properties that have a <see cref="SettingAttribute"/>. A blank value counts as not set.</summary>
internal static class SettingReader
{
    public static IEnumerable<(PropertyInfo Property, SettingAttribute Setting)> Settings(Type options) =>
        from property in options.GetProperties()
        let setting = property.GetCustomAttribute<SettingAttribute>()
        where setting is not null
        select (property, setting);

    /// <summary>Sets every readable property and returns an error for each other one.</summary>
    public static IReadOnlyList<string> Read(object options, IConfiguration configuration)
    {
        var errors = new List<string>();
        foreach (var (property, setting) in Settings(options.GetType()))
        {
            if (configuration[setting.Name] is not { } text || string.IsNullOrWhiteSpace(text))
            {
                continue;
            }

            if (TryConvert(text.Trim(), property.PropertyType, out var value))
            {
                property.SetValue(options, value);
            }
            else
            {
                errors.Add($"{setting.Name}: cannot be read. Set it to {setting.Fix}.");
            }
        }

        return errors;
    }

    private static bool TryConvert(string text, Type type, out object? value)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(TimeSpan))
        {
            // A plain number is seconds: TimeSpan would parse "30" as thirty days.
            var isNumber = double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds);
            value = isNumber && seconds <= TimeSpan.MaxValue.TotalSeconds / 2 ? TimeSpan.FromSeconds(seconds) : null;
            return value is not null;
        }

        try
        {
            value = TypeDescriptor.GetConverter(type).ConvertFromInvariantString(text);
            return true;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or NotSupportedException or OverflowException)
        {
            value = null;
            return false;
        }
    }
}
