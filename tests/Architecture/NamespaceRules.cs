using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ocr.Architecture;

/// <summary>Which namespace of a project uses which, by its <c>using</c> lines and qualified names.</summary>
internal static class NamespaceRules
{
    /// <summary>
    /// Two namespaces of a service or library never use each other, so that each can be read and changed without the other. A parent may use its
    /// children, and a child the types of its parent. Migrations are generated.
    /// </summary>
    public static IEnumerable<string> UseEachOther(IEnumerable<(string Path, string Text)> files) =>
        from project in files.Where(file => IsOurs(file.Path)).Select(SourceFile.Read).GroupBy(file => file.Project)
        let uses = Uses([.. project])
        from use in uses
        where string.CompareOrdinal(use.Key.From, use.Key.To) < 0
        from back in uses.Where(other => other.Key == (use.Key.To, use.Key.From))
        select $"{use.Key.From} and {use.Key.To} use each other: {string.Join(", ", use.Concat(back).Distinct())}";

    private static bool IsOurs(string path) =>
        path.Split('/') is ["services" or "shared", _, ..] && !path.Contains("/Migrations/", StringComparison.Ordinal);

    /// <summary>The files of each use of a namespace by another one.</summary>
    private static IReadOnlyList<IGrouping<(string From, string To), string>> Uses(IReadOnlyList<SourceFile> files)
    {
        var namespaces = files.Select(file => file.Namespace).ToHashSet();
        var types = files.SelectMany(file => file.Types).ToHashSet();
        return
        [
            .. from file in files
               from used in file.Usings.Where(namespaces.Contains).Concat(file.Names.Select(name => NamespaceOf(name, file.Namespace, types)).OfType<string>())
               where !IsWithin(used, file.Namespace) && !IsWithin(file.Namespace, used)
               group file.Path by (file.Namespace, used),
        ];
    }

    private static bool IsWithin(string inner, string outer) => $"{inner}.".StartsWith($"{outer}.", StringComparison.Ordinal);

    /// <summary>The namespace of a type by its qualified name, which starts anywhere in the namespaces around it; <see langword="null"/> for another name.</summary>
    private static string? NamespaceOf(string name, string place, HashSet<string> types)
    {
        for (var around = place; ; around = Outer(around))
        {
            var full = around.Length == 0 ? name : $"{around}.{name}";
            if (types.Contains(full))
            {
                return Outer(full);
            }

            if (around.Length == 0)
            {
                return null;
            }
        }
    }

    private static string Outer(string name) => name[..Math.Max(0, name.LastIndexOf('.'))];

    /// <summary>What a file declares and uses.</summary>
    /// <param name="Path">Path of the file.</param>
    /// <param name="Namespace">Its namespace.</param>
    /// <param name="Types">Full names of its types.</param>
    /// <param name="Usings">Namespaces of its <c>using</c> lines.</param>
    /// <param name="Names">Its qualified names, which can be of types or of members.</param>
    private sealed record SourceFile(string Path, string Namespace, IReadOnlyList<string> Types, IReadOnlyList<string> Usings, IReadOnlyList<string> Names)
    {
        public string Project { get; } = string.Join('/', Path.Split('/').Take(2));

        public static SourceFile Read((string Path, string Text) file)
        {
            var nodes = CSharpSyntaxTree.ParseText(file.Text).GetRoot().DescendantNodes().ToList();
            var space = nodes.OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault()?.Name.ToString() ?? "";
            return new SourceFile(
                file.Path,
                space,
                [.. nodes.OfType<MemberDeclarationSyntax>().Where(node => node.Parent is BaseNamespaceDeclarationSyntax).Select(node => $"{space}.{NameOf(node)}")],
                [.. nodes.OfType<UsingDirectiveSyntax>().Where(line => line.Alias is null).Select(line => line.NamespaceOrType.ToString())],
                [.. nodes.Where(node => node is QualifiedNameSyntax or MemberAccessExpressionSyntax).Select(Chain).OfType<string>().Distinct()]);
        }

        private static string NameOf(MemberDeclarationSyntax type) => type switch
        {
            BaseTypeDeclarationSyntax declared => declared.Identifier.Text,
            DelegateDeclarationSyntax declared => declared.Identifier.Text,
            _ => "",
        };

        /// <summary>A name of identifiers and dots; <see langword="null"/> for an expression with anything else.</summary>
        private static string? Chain(SyntaxNode node) => node switch
        {
            SimpleNameSyntax name => name.Identifier.Text,
            QualifiedNameSyntax name when Chain(name.Left) is { } left => $"{left}.{name.Right.Identifier.Text}",
            MemberAccessExpressionSyntax access when Chain(access.Expression) is { } left => $"{left}.{access.Name.Identifier.Text}",
            _ => null,
        };
    }
}
