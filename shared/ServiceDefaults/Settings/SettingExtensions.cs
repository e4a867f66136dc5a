using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Ocr.ServiceDefaults.Settings;

/// <summary>Options that stop the process at start when they are invalid, with every error named.</summary>
public static class SettingExtensions
{
    /// <summary>
    /// Binds the properties marked <see cref="SettingAttribute"/> from the configuration, validates attributes and
    /// <see cref="System.ComponentModel.DataAnnotations.IValidatableObject"/>, all at start. Services that share a process can add the same options repeatedly.
    /// </summary>
    /// <param name="services">The services of the host.</param>
    public static OptionsBuilder<T> AddValidatedOptions<T>(this IServiceCollection services)
        where T : class, new()
    {
        if (services.Any(service => service.ServiceType == typeof(IValidateOptions<T>)))
        {
            return services.AddOptions<T>();
        }

        services.AddSingleton<IValidateOptions<T>, SettingValidator<T>>();
        return services.AddOptions<T>()
            .Configure<IConfiguration>((options, configuration) => SettingReader.Read(options, configuration))
            .ValidateOnStart();
    }

    /// <summary>Reads options while the host is being built, when the choice of services depends on them.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <exception cref="OptionsValidationException">Contains every error.</exception>
    public static T GetValidated<T>(this IConfiguration configuration)
        where T : class, new()
    {
        var options = new T();
        SettingReader.Read(options, configuration);
        var result = new SettingValidator<T>(configuration).Validate(null, options);
        return result.Failed ? throw new OptionsValidationException(typeof(T).Name, typeof(T), result.Failures) : options;
    }
}
