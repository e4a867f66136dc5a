using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ocr.Architecture;

/// <summary>Limits on the length of files, lines and methods.</summary>
internal static class SourceRules
{
    public const int LongestFile = 400;
    public const int LongestMethod = 40;
    public const int LongestProgram = 25;

    public static IEnumerable<string> FilesTooLong(IEnumerable<(string Path, string Text)> files) =>
        from file in files
        let limit = file.Path.EndsWith("/Program.cs", StringComparison.Ordinal) ? LongestProgram : LongestFile
        where Lines(file.Text) > limit
        select $"{file.Path}: {Lines(file.Text)} lines, at most {limit}";

    /// <summary>Members with a body, local functions included; a property's accessors count as one.</summary>
    public static IEnumerable<string> MethodsTooLong(IEnumerable<(string Path, string Text)> files) =>
        from file in files
        from member in CSharpSyntaxTree.ParseText(file.Text).GetRoot().DescendantNodes()
        where member is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or BasePropertyDeclarationSyntax
        let span = member.SyntaxTree.GetLineSpan(member.Span)
        let lines = span.EndLinePosition.Line - span.StartLinePosition.Line + 1
        where lines > LongestMethod
        select $"{file.Path}:{span.StartLinePosition.Line + 1}: {lines} lines, at most {LongestMethod}";

    /// <summary>Services and libraries use the bus through the interfaces of ServiceDefaults/Bus. Only that folder uses MassTransit (docs/adr/0002).</summary>
    public static IEnumerable<string> NameTheTransport(IEnumerable<(string Path, string Text)> files) =>
        from file in files
        where file.Path.StartsWith("services/", StringComparison.Ordinal) || file.Path.StartsWith("shared/", StringComparison.Ordinal)
        where !file.Path.StartsWith("shared/ServiceDefaults/Bus/", StringComparison.Ordinal)
        from node in CSharpSyntaxTree.ParseText(file.Text).GetRoot().DescendantNodes().OfType<IdentifierNameSyntax>()
        where node.Identifier.Text is "MassTransit" or "RabbitMQ"
        select $"{file.Path} names {node.Identifier.Text}";

    /// <summary>Names of profiles are constants of <c>shared/Contracts/ProfileNames.cs</c>; no other file of a service, library or tool repeats one.</summary>
    public static IEnumerable<string> RepeatProfileNames(IEnumerable<(string Path, string Text)> files) =>
        from file in files
        where file.Path.Split('/')[0] is "services" or "shared" or "tools" && file.Path != "shared/Contracts/ProfileNames.cs"
        from token in CSharpSyntaxTree.ParseText(file.Text).GetRoot().DescendantTokens()
        where token.Value is "ultra_rapido" or "high_confidence"
        select $"{file.Path} repeats {token.Text}";

    private static int Lines(string text) => text.AsSpan().TrimEnd().Count('\n') + 1;
}
