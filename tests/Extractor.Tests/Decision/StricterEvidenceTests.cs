using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Ocr.Contracts;
using Ocr.Extractor.Decision;

namespace Ocr.Extractor.Tests.Decision;

/// <summary>With any policy, evidence against a receipt never makes its decision more lenient.</summary>
public sealed class StricterEvidenceTests
{
    private static readonly Gen<string> Any = Gen.OneOfConst([.. Verdicts.All]);
    private static readonly Gen<string> Strict = Gen.OneOfConst(Verdicts.Review, Verdicts.Reject);
    private static readonly Gen<string> Keys = Gen.OneOfConst([.. FieldKeys.All]);

    /// <summary>Changes of a receipt that are evidence against it.</summary>
    private static readonly Gen<Func<ExtractedReceipt, ExtractedReceipt>> Worsen = Gen.OneOf<Func<ExtractedReceipt, ExtractedReceipt>>(
        Gen.Select(Keys, Gen.Double[0, 1], (key, by) => Change(key, field => field with { Confidence = field.Confidence * by })),
        Keys.Select(key => Change(key, field => field with { Warnings = [.. field.Warnings, "Duda"] })),
        Keys.Select(key => Change(key, field => field with { Notes = [.. field.Notes, "Nota"] })),
        Keys.Select(key => Change(key, field => field.Value.Length == 0 ? field : field with { Valid = false, Masked = false, Reason = "No vale" })),
        Keys.Select<string, Func<ExtractedReceipt, ExtractedReceipt>>(key => receipt => receipt with { Complete = false, MissingFields = [.. receipt.MissingFields, key] }),
        Gen.Const<Func<ExtractedReceipt, ExtractedReceipt>>(receipt => receipt with { Complete = false }),
        Gen.Const<Func<ExtractedReceipt, ExtractedReceipt>>(receipt => receipt with { Judgement = receipt.Judgement! with { ReceiptsInImage = receipt.Judgement.ReceiptsInImage + 1 } }),
        Gen.Const<Func<ExtractedReceipt, ExtractedReceipt>>(receipt => receipt.IsReceipt ? receipt with { IsReceipt = false, Complete = false, Judgement = receipt.Judgement! with { ReasonCode = "CONVERSACION" } } : receipt));

    private static readonly Gen<ExtractedReceipt> Receipts = Gen.Select(
        Gen.OneOfConst([.. PaymentStates.All]), Gen.Double[0, 1], Worsen.Array[0, 3],
        (state, confidence, changes) => changes.Aggregate(Judged.In(state, confidence), (receipt, change) => change(receipt)));

    private static readonly Gen<DecisionPolicy> Policies = Gen.Select(
        Any.Array[PaymentStates.All.Count], Gen.Double[0, 1], Strict.Array[3], Any.Array[5], Keys.Array[0, 6], Gen.Bool, (states, least, strict, any, keys, required) => Policy(policy =>
        {
            foreach (var (state, verdict) in PaymentStates.All.Zip(states))
            {
                policy["states"]![state] = state != PaymentStates.Done && verdict == Verdicts.Accept ? Verdicts.Review : verdict;
            }

            policy["minStateConfidence"] = least;
            (policy["severalReceipts"], policy["incomplete"], policy["notAReceipt"]!["verdict"]) = (strict[0], strict[1], strict[2]);
            policy["fields"] = new JsonObject(keys.Distinct().Select(key => KeyValuePair.Create(key, (JsonNode?)new JsonObject
            {
                ["required"] = required,
                ["minConfidence"] = least,
                ["unsure"] = any[0],
                ["invalid"] = any[1],
                ["doubts"] = any[2],
                ["notes"] = any[3],
            })));
        }));

    [Fact]
    public void Evidence_against_a_receipt_never_makes_the_decision_laxer() =>
        Gen.Select(Policies, Receipts, Worsen).Sample((policy, receipt, worsen) =>
            Strictness(policy, worsen(receipt)) >= Strictness(policy, receipt));

    [Fact]
    public void Only_a_payment_certainly_completed_is_accepted() => Gen.Select(Policies, Receipts).Sample((policy, receipt) =>
        policy.Decide(receipt).Verdict != Verdicts.Accept || (receipt.IsReceipt && receipt.Complete && receipt.Judgement is { State: PaymentStates.Done, ReceiptsInImage: 1 }));

    [Fact]
    public void A_state_that_is_less_sure_never_leads_to_a_payment() => Gen.Select(Policies, Receipts, Gen.Double[0, 1]).Sample((policy, receipt, by) =>
    {
        var lessSure = receipt with { Judgement = receipt.Judgement! with { StateConfidence = receipt.Judgement.StateConfidence * by } };
        return policy.Decide(receipt).Verdict == Verdicts.Accept || policy.Decide(lessSure).Verdict != Verdicts.Accept;
    });

    [Fact]
    public void A_decision_has_reasons_unless_it_accepts() => Gen.Select(Policies, Receipts).Sample((policy, receipt) =>
    {
        var decision = policy.Decide(receipt);
        return (decision.Verdict == Verdicts.Accept) == (decision.Reasons.Count == 0) && decision.Reasons.All(reason => reason.Code.Length > 0 && reason.Text.EndsWith('.'));
    });

    private static int Strictness(DecisionPolicy policy, ExtractedReceipt receipt) => Judged.Strictness(policy.Decide(receipt).Verdict);

    private static Func<ExtractedReceipt, ExtractedReceipt> Change(string key, Func<ExtractedField, ExtractedField> change) => receipt => receipt.With(key, change);

    private static DecisionPolicy Policy(Action<JsonNode> change)
    {
        var policy = JsonNode.Parse(File.ReadAllText(Path.Combine(Shipped.Folder, "decision.json")))!;
        change(policy);
        return new DecisionPolicy(new PolicyText("decision.json", Encoding.UTF8.GetBytes(policy.ToJsonString())).Parse());
    }
}
