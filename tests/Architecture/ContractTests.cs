using System.Reflection;
using System.Runtime.CompilerServices;

namespace Ocr.Architecture;

public sealed class ContractTests
{
    [Fact]
    public void Messages_are_sealed_records_that_cannot_change()
    {
        var types = typeof(Contracts.RecognizeReceipt).Assembly.GetExportedTypes().Where(type => !IsStatic(type)).ToArray();
        Assert.NotEmpty(types);
        Assert.Empty(types.SelectMany(Errors));
    }

    [Fact]
    public void A_mutable_class_is_found() => Assert.Equal(2, Errors(typeof(Mutable)).Count());

    private static IEnumerable<string> Errors(Type type)
    {
        if (!type.IsSealed || type.GetMethod("<Clone>$") is null)
        {
            yield return $"{type.Name} is not a sealed record";
        }

        foreach (var property in type.GetProperties().Where(property => property.SetMethod is { } set && !IsInit(set)))
        {
            yield return $"{type.Name}.{property.Name} can be set";
        }
    }

    private static bool IsStatic(Type type) => type.IsAbstract && type.IsSealed;

    private static bool IsInit(MethodInfo setter) =>
        setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private sealed class Mutable
    {
        public string Name { get; set; } = "";
    }
}
