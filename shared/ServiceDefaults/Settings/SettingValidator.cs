using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Ocr.ServiceDefaults.Settings;

/// <summary>Finds all errors of an options object: unreadable values, attributes, and cross-field rules.</summary>
internal sealed class SettingValidator<T>(IConfiguration configuration) : IValidateOptions<T>
    where T : class, new()
{
    public ValidateOptionsResult Validate(string? name, T options)
    {
        var errors = SettingReader.Read(new T(), configuration).Concat(AttributeErrors(options)).ToArray();
        return errors.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static IEnumerable<string> AttributeErrors(T options)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        var settings = SettingReader.Settings(typeof(T)).ToDictionary(item => item.Property.Name, item => item.Setting);
        foreach (var result in results)
        {
            var known = result.MemberNames.Where(settings.ContainsKey).Select(member => settings[member]).ToArray();
            yield return known.Length == 0
                ? $"{typeof(T).Name}: {result.ErrorMessage}"
                : $"{string.Join(", ", known.Select(setting => setting.Name))}: {result.ErrorMessage} Set it to {known[0].Fix}.";
        }
    }
}
