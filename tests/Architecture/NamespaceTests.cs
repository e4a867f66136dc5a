namespace Ocr.Architecture;

public sealed class NamespaceTests
{
    private const string One = "namespace Ocr.S.One; class First { int _n; }\n";
    private const string Two = "namespace Ocr.S.Two; class Second { int _n; }\n";

    [Fact]
    public void No_two_namespaces_of_a_project_use_each_other() =>
        Assert.Empty(NamespaceRules.UseEachOther(Repository.Files("*.cs").Select(path => (path, Repository.Read(path)))));

    [Theory]
    [InlineData("using Ocr.S.Two;\n" + One, "using Ocr.S.One;\n" + Two, 1)]
    [InlineData("using static Ocr.S.Two.Second;\n" + One, "using F = Ocr.S.One.First;\n" + Two, 1)]
    [InlineData("namespace Ocr.S.One; class First { Two.Second? _other; }\n", "namespace Ocr.S.Two; class Second { int _n = Ocr.S.One.First.Of(1).Value; }\n", 1)]
    [InlineData("using Ocr.S.Two;\n" + One, Two, 0)]
    [InlineData("using Ocr.S.Two;\n" + One, "namespace Ocr.S.Two; class Second { int[] One = []; int N => One.Length; }\n", 0)]
    [InlineData("using Ocr.S.One.Inner;\n" + One, "using Ocr.S.One;\nnamespace Ocr.S.One.Inner; class Second { First? _outer; }\n", 0)]
    public void Two_namespaces_that_use_each_other_are_found(string one, string two, int errors) =>
        Assert.Equal(errors, NamespaceRules.UseEachOther([("services/S/One/First.cs", one), ("services/S/Two/Second.cs", two)]).Count());

    [Theory]
    [InlineData("shared/S/Two/Second.cs", 0)]
    [InlineData("services/S/Migrations/Second.cs", 0)]
    [InlineData("services/S/Other/Second.cs", 1)]
    public void The_rule_is_held_within_a_project_and_not_in_migrations(string path, int errors) => Assert.Equal(
        errors, NamespaceRules.UseEachOther([("services/S/One/First.cs", "using Ocr.S.Two;\n" + One), (path, "using Ocr.S.One;\n" + Two)]).Count());
}
