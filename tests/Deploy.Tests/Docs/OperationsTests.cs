using k8s.Models;
using Ocr.Deploy.Tests.Kubernetes;
using Ocr.Persistence;

namespace Ocr.Deploy.Tests.Docs;

/// <summary>The page for operators agrees with the program.</summary>
public sealed class OperationsTests
{
    private const int TwoPages = 110;
    private const string Mark = "<!-- settings -->";
    private static readonly string File = Path.Combine(Testing.RepositoryRoot.Path, "docs", "operations.md");
    private static readonly string[] Page = System.IO.File.ReadAllLines(File);

    [Fact]
    public void Every_setting_is_listed_with_its_default_and_its_readers()
    {
        var expected = SettingTable.Lines();
        Assert.NotEmpty(expected);
        var before = Page.TakeWhile(line => line != Mark).Count() + 3;
        var listed = Page.Skip(before).TakeWhile(line => line.StartsWith('|')).ToArray();
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            System.IO.File.WriteAllLines(File, [.. Page.Take(before), .. expected, .. Page.Skip(before + listed.Length)]);
        }
        else
        {
            Assert.True(expected.SequenceEqual(listed), $"Run this test with UPDATE_DOCS=1, or make the table:\n{string.Join('\n', expected)}");
        }
    }

    [Fact]
    public void The_connections_to_reckon_with_are_those_that_the_pods_may_hold()
    {
        var overlay = Overlay.Get("production");
        var replicas = overlay.Of<V2HorizontalPodAutoscaler>()
            .Where(scaler => overlay.Pods.Any(pod => pod.Name == scaler.Spec.ScaleTargetRef.Name && Variables.Own(pod.Pod).Contains("DATABASE_URL")))
            .Select(scaler => scaler.Spec.MaxReplicas).ToArray();

        // A roll-out has one pod more of each.
        var (max, rolledOut) = (replicas.Sum() * DatabaseUrl.PoolSize, (replicas.Sum() + replicas.Length) * DatabaseUrl.PoolSize);
        Assert.Contains($"up to {DatabaseUrl.PoolSize} per process", string.Join(' ', Page), StringComparison.Ordinal);
        Assert.Contains($"are {max}, and {rolledOut}", string.Join(' ', Page), StringComparison.Ordinal);
    }

    [Fact]
    public void It_stays_a_page_that_is_read_beside_its_table_of_settings() => Assert.InRange(Page.Length - SettingTable.Lines().Count, 40, TwoPages);
}
