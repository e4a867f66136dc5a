using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Ocr.ServiceDefaults.Settings;

namespace Ocr.ServiceDefaults.Tests;

public sealed class SettingTests
{
    private sealed class Sample : IValidatableObject
    {
        [Setting("SAMPLE_COUNT", "a number from 1 to 10"), Range(1, 10)]
        public int Count { get; set; } = 5;

        [Setting("SAMPLE_LEASE_SECONDS", "a number of seconds such as 30")]
        public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(30);

        [Setting("SAMPLE_KEY", "at least 4 characters"), MinLength(4)]
        public string? Key { get; set; }

        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
        {
            if (Count > Lease.TotalSeconds)
            {
                yield return new ValidationResult("is shorter than the count.", [nameof(Lease)]);
            }
        }
    }

    [Fact]
    public void Flat_names_are_bound_and_blank_ones_leave_the_default()
    {
        var sample = Read(("SAMPLE_COUNT", " 7 "), ("SAMPLE_LEASE_SECONDS", "12.5"), ("SAMPLE_KEY", " "));
        Assert.Equal(7, sample.Count);
        Assert.Equal(TimeSpan.FromSeconds(12.5), sample.Lease);
        Assert.Null(sample.Key);
    }

    [Fact]
    public void Every_fault_is_named_with_its_fix()
    {
        var error = Assert.Throws<OptionsValidationException>(() =>
            Read(("SAMPLE_COUNT", "99"), ("SAMPLE_LEASE_SECONDS", "soon"), ("SAMPLE_KEY", "abc")));
        var errors = error.Failures.ToArray();
        Assert.Equal(3, errors.Length);
        Assert.Contains(errors, error => error.StartsWith("SAMPLE_COUNT:", StringComparison.Ordinal) && error.EndsWith("Set it to a number from 1 to 10.", StringComparison.Ordinal));
        Assert.Contains(errors, error => error.StartsWith("SAMPLE_LEASE_SECONDS:", StringComparison.Ordinal) && error.Contains("seconds", StringComparison.Ordinal));
        Assert.Contains(errors, error => error.StartsWith("SAMPLE_KEY:", StringComparison.Ordinal));
    }

    [Fact]
    public void Rules_between_settings_hold() => Assert.Contains(
        "SAMPLE_LEASE_SECONDS",
        Assert.Throws<OptionsValidationException>(() => Read(("SAMPLE_COUNT", "9"), ("SAMPLE_LEASE_SECONDS", "3"))).Message,
        StringComparison.Ordinal);

    [Fact]
    public async Task A_wrong_setting_stops_the_process_at_start() =>
        await Assert.ThrowsAsync<OptionsValidationException>(() => TestApp.StartAsync(
            services: (services, _) => services.AddValidatedOptions<Sample>(), settings: ("SAMPLE_COUNT", "0")));

    private static Sample Read(params (string Name, string Value)[] settings) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(item => KeyValuePair.Create(item.Name, (string?)item.Value)))
            .Build()
            .GetValidated<Sample>();
}
