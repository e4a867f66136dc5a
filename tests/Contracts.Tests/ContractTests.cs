namespace Ocr.Contracts.Tests;

public sealed class ContractTests
{
    /// <summary>
    /// A difference is a change on the wire: services of two versions run side by side during a roll-out. A new optional
    /// property is safe; anything else is not. Set UPDATE_CONTRACTS=1 to rewrite the file.
    /// </summary>
    [Fact]
    public void Contracts_change_on_purpose_only()
    {
        var actual = ContractSnapshot.Render(typeof(RecognizeReceipt).Assembly);
        if (Environment.GetEnvironmentVariable("UPDATE_CONTRACTS") == "1")
        {
            File.WriteAllText(ContractSnapshot.Path(), actual);
        }

        Assert.Equal(File.ReadAllText(ContractSnapshot.Path()), actual);
    }

    [Fact]
    public void No_message_carries_an_image() => Assert.DoesNotContain(
        typeof(RecognizeReceipt).Assembly.GetExportedTypes().SelectMany(type => type.GetProperties()),
        property => property.PropertyType == typeof(byte[]) || typeof(Stream).IsAssignableFrom(property.PropertyType));

    [Fact]
    public void There_are_sixteen_fields() => Assert.Equal(16, FieldKeys.All.Distinct().Count());
}
