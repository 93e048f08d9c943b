using FsCheck;
using FsCheck.Fluent;
using Hsvo.Domain.Figures;

namespace Hsvo.Domain.Tests.Figures;

public sealed class PersonsAboveTargetTests
{
    // Shares as people write them: 0.1 to 99.9 with up to three decimals.
    private static readonly Gen<(double Persons, double Share, double Target)> Any =
        from persons in Gen.Choose(0, 100_000)
        from decimals in Gen.Choose(0, 3)
        from digits in Gen.Choose((int)Math.Pow(10, decimals), (int)(99 * Math.Pow(10, decimals)))
        from target in Gen.Choose(0, 1000)
        select ((double)persons, (double)(digits / (decimal)Math.Pow(10, decimals)), target / 100d);

    [Fact]
    public void Of_3447_persons_at_1_4_percent_against_1_there_are_985_above_between_894_and_1070()
    {
        var estimate = PersonsAboveTarget.Of(3447, 1.4, PersonsAboveTarget.RoundingOf(1.4), 1)!.Value;

        Assert.Equal((985, 894, 1070), (Math.Round(estimate.Value), Math.Round(estimate.Lower), Math.Round(estimate.Upper)));
    }

    [Theory]
    [InlineData(1.4, 0.05)]
    [InlineData(1.45, 0.005)]
    [InlineData(2, 0.5)]
    [InlineData(0.123, 0.0005)]
    [InlineData(100, 0.5)]
    public void A_number_is_rounded_to_half_of_its_last_digit(double written, double rounding)
    {
        Assert.Equal(rounding, PersonsAboveTarget.RoundingOf(written), 12);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.4, 0.5)]
    [InlineData(0.05, 0.05)]
    public void A_share_that_may_be_zero_tells_nothing(double share, double rounding)
    {
        Assert.Null(PersonsAboveTarget.Of(3447, share, rounding, 1));
    }

    [Fact]
    public void The_bounds_enclose_the_value() =>
        ForAll((persons, share, target) => Of(persons, share, target) is { } e && e.Lower <= e.Value && e.Value <= e.Upper);

    [Fact]
    public void An_exact_share_gives_equal_bounds() =>
        ForAll((persons, share, target) => PersonsAboveTarget.Of(persons, share, 0, target) is { } e && e.Lower.Equals(e.Value) && e.Upper.Equals(e.Value));

    [Fact]
    public void Every_true_share_that_rounds_to_the_written_one_gives_a_number_within_the_bounds() => Prop.ForAll(
        (from x in Any from at in Gen.Choose(-1000, 1000) select (x, at)).ToArbitrary(),
        y =>
        {
            var ((persons, share, target), at) = y;
            var rounding = PersonsAboveTarget.RoundingOf(share);
            var population = persons * 100 / (share + (rounding * at / 1000));
            var truth = persons - (population * target / 100);
            var e = Of(persons, share, target)!.Value;
            return e.Lower - 1e-6 <= truth && truth <= e.Upper + 1e-6;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Nobody_is_above_a_target_that_the_share_just_meets() =>
        ForAll((persons, share, _) => Math.Abs(Of(persons, share, share)!.Value.Value) < 1e-6);

    [Fact]
    public void Against_no_share_at_all_everybody_is_above() =>
        ForAll((persons, share, _) => Of(persons, share, 0) is { } e && e.Value.Equals(persons) && e.Lower.Equals(persons) && e.Upper.Equals(persons));

    [Fact]
    public void A_higher_target_leaves_fewer_above() =>
        ForAll((persons, share, target) => Of(persons, share, target + 1)!.Value.Value <= Of(persons, share, target)!.Value.Value);

    private static Estimate? Of(double persons, double share, double target) =>
        PersonsAboveTarget.Of(persons, share, PersonsAboveTarget.RoundingOf(share), target);

    private static void ForAll(Func<double, double, double, bool> holds) =>
        Prop.ForAll(Any.ToArbitrary(), x => holds(x.Persons, x.Share, x.Target)).QuickCheckThrowOnFailure();
}
