using k8s.Models;

namespace Ocr.Deploy.Tests.Kubernetes;

/// <summary>An allowed connection. Port 0 means every port, name <c>*</c> every peer.</summary>
internal sealed record Arrow(string From, string To, int Port);

/// <summary>The connections that a set of network policies allows, evaluated like in the cluster: a selected pod is limited to the union of its policies.</summary>
internal sealed class Arrows
{
    /// <summary>A pod of the namespace whose labels no policy names.</summary>
    public const string Unselected = "unselected";

    private readonly IReadOnlyList<(string Name, IDictionary<string, string> Labels)> _pods;
    private readonly HashSet<Arrow> _out = [];
    private readonly HashSet<Arrow> _in = [];

    public Arrows(Overlay overlay)
    {
        _pods =
        [
            .. overlay.Pods.Select(pod => (Of(pod.Pod.Metadata.Labels), pod.Pod.Metadata.Labels)).DistinctBy(pod => pod.Item1),
            (Unselected, new Dictionary<string, string>()),
        ];
        var policies = overlay.Of<V1NetworkPolicy>().ToArray();
        foreach (var (name, labels) in _pods)
        {
            var mine = policies.Where(policy => Matches(policy.Spec.PodSelector, labels)).ToArray();
            Open(mine.Where(policy => policy.Spec.PolicyTypes.Contains("Egress")).ToArray(), policy => policy.Spec.Egress?.Select(rule => (rule.To, rule.Ports)), (peer, port) => _out.Add(new(name, peer, port)));
            Open(mine.Where(policy => policy.Spec.PolicyTypes.Contains("Ingress")).ToArray(), policy => policy.Spec.Ingress?.Select(rule => (rule.FromProperty, rule.Ports)), (peer, port) => _in.Add(new(peer, name, port)));
        }
    }

    /// <summary>Between two of our pods both policies must allow the connection; for other peers only the policy of our pod is known.</summary>
    public IEnumerable<Arrow> Allowed => _out.Where(arrow => !IsOurs(arrow.To) || _in.Contains(arrow))
        .Union(_in.Where(arrow => !IsOurs(arrow.From)));

    /// <summary>Connections that one policy allows and the policy of the other pod does not: rules without effect.</summary>
    public IEnumerable<Arrow> Dangling =>
        _out.Where(arrow => IsOurs(arrow.To) && !_in.Contains(arrow)).Concat(_in.Where(arrow => IsOurs(arrow.From) && !_out.Contains(arrow)));

    private void Open(
        V1NetworkPolicy[] policies,
        Func<V1NetworkPolicy, IEnumerable<(IList<V1NetworkPolicyPeer> Peers, IList<V1NetworkPolicyPort> Ports)>?> rules,
        Action<string, int> add)
    {
        if (policies.Length == 0)
        {
            // No policy selects the pod: everything is allowed.
            add("*", 0);
        }

        foreach (var (peers, ports) in policies.SelectMany(policy => rules(policy) ?? []))
        {
            var numbers = ports is { Count: > 0 } ? ports.Select(port => int.Parse(port.Port.Value, System.Globalization.CultureInfo.InvariantCulture)) : [0];
            foreach (var port in numbers.Distinct())
            {
                foreach (var peer in peers is { Count: > 0 } ? peers.SelectMany(Names) : ["*"])
                {
                    add(peer, port);
                }
            }
        }
    }

    private IEnumerable<string> Names(V1NetworkPolicyPeer peer) => peer switch
    {
        { IpBlock: { } block } => [block.Cidr],
        { NamespaceSelector: null } => _pods.Where(pod => Matches(peer.PodSelector, pod.Labels)).Select(pod => pod.Name),
        { PodSelector.MatchLabels: { } labels } => [Of(labels)],
        _ => [string.Join(',', peer.NamespaceSelector.MatchLabels.Keys)],
    };

    private bool IsOurs(string name) => _pods.Any(pod => pod.Name == name);

    private static string Of(IDictionary<string, string> labels) =>
        labels.TryGetValue("app.kubernetes.io/name", out var name) || labels.TryGetValue("k8s-app", out name) ? name : labels.Values.Single();

    private static bool Matches(V1LabelSelector selector, IDictionary<string, string> labels) =>
        (selector.MatchLabels ?? new Dictionary<string, string>()).All(label => labels.TryGetValue(label.Key, out var value) && value == label.Value)
        && (selector.MatchExpressions ?? []).All(rule => rule.OperatorProperty switch
        {
            "In" => labels.TryGetValue(rule.Key, out var value) && rule.Values.Contains(value),
            "NotIn" => !labels.TryGetValue(rule.Key, out var other) || !rule.Values.Contains(other),
            _ => throw new NotSupportedException(rule.OperatorProperty),
        });
}
