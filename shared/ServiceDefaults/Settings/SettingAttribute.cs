namespace Ocr.ServiceDefaults.Settings;

/// <summary>Binds a property of an options class to a flat configuration name, such as an environment variable.</summary>
/// <param name="name">The name, <c>MAX_CONTENT_LENGTH</c>.</param>
/// <param name="fix">What a right value looks like, told with every fault.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SettingAttribute(string name, string fix) : Attribute
{
    /// <summary>The flat name.</summary>
    public string Name { get; } = name;

    /// <summary>What a right value looks like.</summary>
    public string Fix { get; } = fix;
}
