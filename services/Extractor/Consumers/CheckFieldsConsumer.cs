using Ocr.Contracts;
using Ocr.Extractor.Live;
using Ocr.ServiceDefaults.Bus;

namespace Ocr.Extractor.Consumers;

/// <summary>Checks typed values by the active rules.</summary>
internal sealed class CheckFieldsConsumer(LiveRules rules) : IHandler<CheckFields>
{
    /// <inheritdoc/>
    public Task HandleAsync(Delivery<CheckFields> delivery)
    {
        var (engine, message) = (rules.Current, delivery.Message);
        return delivery.RespondAsync(new FieldsChecked
        {
            Fields = message.Values.ToDictionary(value => value.Key, value => engine.Check(value.Key, value.Value, message.ArrivedOn)),
        });
    }
}

/// <summary>A check takes microseconds.</summary>
internal sealed class CheckFieldsSubscription() : Subscription("extractor-check-fields");
