using Ocr.Contracts;
using Ocr.Extractor.Assignment;
using Ocr.Extractor.Candidates;
using Ocr.Extractor.Context;
using Ocr.Extractor.Layout;

namespace Ocr.Extractor.Tests.Assignment;

public sealed class FusionTests
{
    [Fact]
    public void Agreement_of_rule_and_model_raises_the_confidence()
    {
        var best = Combine(Rule("1.00", 0.8), 0.8, Candidate("1.00", 0.8))[0];
        Assert.InRange(best.Place, 0.95, 0.97);
        Assert.Null(best.Doubt);
    }

    [Fact]
    public void A_value_that_the_model_ranks_second_is_not_an_agreement()
    {
        var best = Combine(Rule("2.00", 0.97), 0.2, Candidate("1.00", 0.95), Candidate("2.00", 0.2))[0];
        Assert.Equal("1.00", best.Finding.Field.Value);
        Assert.Equal(Fusion.Disagreement, best.Doubt);
    }

    [Fact]
    public void The_model_alone_fills_a_blank_from_one_half_on()
    {
        Assert.Equal("1.00", Combine(Finding.Blank, 0, Candidate("1.00", 0.7))[0].Finding.Field.Value);
        Assert.Empty(Combine(Finding.Blank, 0, Candidate("1.00", 0.4)));
    }

    [Fact]
    public void A_sure_model_overrules_a_rule_with_a_doubt()
    {
        var best = Combine(Rule("2.00", 0.9), 0.01, Candidate("1.00", 0.97))[0];
        Assert.Equal("1.00", best.Finding.Field.Value);
        Assert.Equal(Fusion.Disagreement, best.Doubt);
        Assert.True(best.Result.Field.Valid);
    }

    [Fact]
    public void A_less_sure_model_makes_the_value_contested()
    {
        var best = Combine(Rule("2.00", 0.9), 0.2, Candidate("1.00", 0.75))[0];
        Assert.True(best.IsContested);
        Assert.False(best.Result.Field.Valid);
        Assert.Equal(Fusion.Disagreement, best.Result.Field.Reason);
    }

    [Fact]
    public void A_rule_that_the_model_gives_to_another_kind_loses_confidence_and_is_contested()
    {
        var best = Combine(Rule("2.00", 0.9), 0.01)[0];
        Assert.InRange(best.Place, 0.1, 0.45);
        Assert.True(best.IsContested);
    }

    [Fact]
    public void A_value_next_to_a_specific_label_is_kept_when_the_model_has_no_other()
    {
        var best = Combine(Rule("2.00", 0.9) with { IsSpecific = true }, 0.01)[0];
        Assert.Equal(0.9, best.Place, 3);
        Assert.Null(best.Doubt);
    }

    [Fact]
    public void Two_likely_values_take_confidence_from_each_other()
    {
        Candidate[] candidates = [Candidate("1.00", 0.9), Candidate("2.00", 0.8)];
        Assert.InRange(Fusion.Certainty(candidates[0], candidates), 0.2, 0.3);
    }

    [Fact]
    public void Of_two_likely_values_the_likelier_one_is_kept_with_a_doubt()
    {
        var best = Combine(Finding.Blank, 0, Candidate("1.00", 0.9), Candidate("2.00", 0.8))[0];
        Assert.Equal("1.00", best.Finding.Field.Value);
        Assert.Equal(Fusion.Ambiguity, best.Doubt);
        Assert.False(best.Result.Field.Valid);
    }

    [Fact]
    public void A_rule_that_agrees_with_an_unsure_model_is_not_certain()
    {
        var best = Combine(Rule("1.00", 1), 0.46, Candidate("1.00", 0.46), Candidate("2.00", 0.42))[0];
        Assert.Equal("1.00", best.Finding.Field.Value);
        Assert.Equal(Fusion.Ambiguity, best.Doubt);
        Assert.False(best.Result.Field.Valid);
        Assert.True(Combine(Rule("1.00", 1), 0.46, Candidate("1.00", 0.46))[0].Result.Field.Valid);
    }

    [Fact]
    public void An_invalid_rule_value_yields_to_a_valid_one() =>
        Assert.Equal("1.00", Combine(Rule("25/11", 0.9, valid: false), 0.01, Candidate("1.00", 0.7))[0].Finding.Field.Value);

    [Fact]
    public void A_word_belongs_to_the_most_certain_field_only()
    {
        var token = new Token(0, "12345678", new Box(0, 0, 90, 20), 1);
        var chosen = Assigner.Assign(
        [
            new Proposal("referencia", Of("12345678", token), 0.6),
            new Proposal("cedula", Of("V-12345678", token), 0.9),
            new Proposal("referencia", Of("999", new Token(1, "999", new Box(0, 40, 90, 60), 1)), 0.5),
        ]);
        Assert.Equal("V-12345678", chosen["cedula"].Finding.Field.Value);
        Assert.Equal("999", chosen["referencia"].Finding.Field.Value);
    }

    private static IReadOnlyList<Proposal> Combine(Finding rule, double likelihood, params Candidate[] candidates) =>
        Fusion.Combine(FieldKeys.Monto, rule, likelihood, 0, candidates, leads: false);

    private static Candidate Candidate(string value, double likelihood) => new(FieldKeys.Monto, Of(value, new Token(5, value, new Box(0, 0, 90, 20), 1)), likelihood);

    private static Finding Rule(string value, double place, bool valid = true)
    {
        var finding = Of(value, new Token(9, value, new Box(0, 80, 90, 100), 1));
        return finding with { Place = place, Field = finding.Field with { Valid = valid } };
    }

    private static Finding Of(string value, Token token) => new(new ExtractedField { Value = value, Valid = true, Confidence = 1 }, [token]);
}
