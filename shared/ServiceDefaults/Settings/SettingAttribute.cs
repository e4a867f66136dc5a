namespace Ocr.ServiceDefaults.Settings;

/// <summary>Binds a property of an options class to a flat configuration name, such as an environment variable.</summary>
/// <param name="name">The name, <c>MAX_CONTENT_LENGTH</c>.</param>
/// <param name="fix">Form of a valid value; part of every error message.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SettingAttribute(string name, string fix) : Attribute
{
    /// <summary>The flat name.</summary>
    public string Name { get; } = name;

    /// <summary>Form of a valid value.</summary>
    public string Fix { get; } = fix;
}
