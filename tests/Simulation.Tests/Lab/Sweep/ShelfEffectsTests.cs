using Territory.Model.Quantities;
using Territory.Simulation.Lab;
using Territory.Simulation.Lab.Setup;

namespace Territory.Simulation.Tests.Lab.Sweep;

/// <summary>The shelf rules in a whole market: nobody runs out, nobody is called unless a test says so, so that sales are Poisson of a known mean.</summary>
public sealed class ShelfEffectsTests
{
    private const int Terminals = 1_000;
    private const int Days = 60;

    /// <summary>Closed form: at a lag of a day rivals have answered from the second day on, and our share is pull/(pull + rivals (1 + strength)).</summary>
    [Fact]
    public void Rivals_EveryTerminalOurs_TakeTheShareThatTheFormulaSays()
    {
        // A terminal that nobody calls sells as at any call frequency, so that share is all that differs.
        var calm = Steady(new LabRules { Response = new LabResponse { CallLeast = 1, CallMost = 1 } });
        var pushed = calm.With(region => region with { Rivals = region.Rivals with { CoverageStrength = 1, CoverageLagDays = 1 } });
        var (before, after) = (SoldFrom(calm, 1), SoldFrom(pushed, 1));
        var ratio = (0.5 / (0.5 + (2 * 2))) / (0.5 / (0.5 + 2));
        ((double)after / before).ShouldBe(ratio, 4 * ratio * Math.Sqrt((1.0 / after) + (1.0 / before)));
        // What we lose they sell.
        var (mine, theirs) = (Run(calm).Weeks[2], Run(pushed).Weeks[2]);
        (theirs.UnitsSold + theirs.UnitsOfRivals).ShouldBe(mine.UnitsSold + mine.UnitsOfRivals, 0.01 * mine.UnitsOfRivals);
    }

    /// <summary>Closed form: at elasticity 1 the mean of exp(-s z) over terminals is exp(s²/2), and what consumers pay, price x demand, is what it was.</summary>
    [Fact]
    public void Prices_StrayingWithoutCalls_ChangeUnitsByTheLognormalMean()
    {
        const double spread = 0.5;
        var rules = new LabRules { Response = new LabResponse { PriceElasticity = 1 } };
        var list = Steady(rules);
        var astray = Steady(rules with { ShelfPrices = new LabShelfPrices { Spread = [spread, spread, spread] } });
        var (before, after) = (SoldFrom(list, 0), SoldFrom(astray, 0));
        var expected = Math.Exp(spread * spread / 2);
        // The terminals' own prices stray about the mean by the square root of exp(s²) - 1 over their number.
        var noise = Math.Sqrt((Math.Exp(spread * spread) - 1) / Terminals) + Math.Sqrt((1.0 / after) + (1.0 / before));
        ((double)after / before).ShouldBe(expected, 4 * expected * noise);
        double Paid(LabSetup setup) => Run(setup).Books.Sum(book => book.Cash.ConsumersPaid);
        (Paid(astray) / Paid(list)).ShouldBe(1, 0.04);
        Run(astray).Books.ShouldAllBe(book => book.Difference == 0);
    }

    /// <summary>Called every day and wholly restored, every price is the list price once shelves are full.</summary>
    [Theory]
    [InlineData(1, true)]
    [InlineData(0, false)]
    public void Prices_CalledEveryDay_AreTheListPriceWhenCallsRestoreThem(double restored, bool same)
    {
        var list = DailySales(Called(new LabRules())).Skip(10).ToArray();
        var astray = Called(new LabRules { ShelfPrices = new LabShelfPrices { Spread = [0.3, 0.3, 0.3], KeepDays = 1, Restored = restored } });
        DailySales(astray).Skip(10).SequenceEqual(list).ShouldBe(same);
    }

    /// <summary>Closed form: called every day, display is restored to d = per call/(1 - (1 - per call) 2^(-1/half-life)) and sold at for a day.</summary>
    [Fact]
    public void Display_CalledEveryDay_RaisesSalesToTheShareOfTheFixedPoint()
    {
        var plain = Called(new LabRules());
        var shown = Called(new LabRules { Display = new LabDisplay(PullGain: 1, PerCall: 0.5, HalfLifeDays: 10) });
        var kept = Math.Pow(2, -0.1);
        var level = 0.5 / (1 - (0.5 * kept));
        var ratio = (0.5 * (1 + level) / ((0.5 * (1 + level)) + 2)) / (0.5 / (0.5 + 2));
        var (before, after) = (SoldFrom(plain, 20), SoldFrom(shown, 20));
        ((double)after / before).ShouldBe(ratio, 4 * ratio * Math.Sqrt((1.0 / after) + (1.0 / before)));
    }

    /// <summary>Closed form: never called, the adopted decay by the hazard from its day on; and without a call none comes back.</summary>
    [Fact]
    public void Delisting_NobodyCalls_IsGeometric()
    {
        var setup = Steady(new LabRules { Delisting = new LabDelisting(UncalledDays: 8, UncalledHazard: 0.1) });
        var weeks = Run(setup).Weeks;
        weeks[0].Adopted.ShouldBe(Terminals);
        foreach (var week in weeks.Skip(1))
        {
            var survival = Math.Exp(-0.1 * (Math.Min(Days, week.Number * 7) - 7));
            ((double)week.Adopted / Terminals).ShouldBe(survival, 4 * Math.Sqrt(survival * (1 - survival) / Terminals));
        }

        weeks.Sum(week => week.Delisted).ShouldBe(Terminals - weeks[^1].Adopted);
    }

    /// <summary>An empty shelf counts from its first evening: certain to be dropped after three, every terminal is gone on the third.</summary>
    [Fact]
    public void Delisting_EmptyShelves_AreDroppedAfterTheirDays()
    {
        var setup = Steady(new LabRules { Delisting = new LabDelisting(EmptyDays: 3, EmptyHazard: 1_000) }, unitsPerDay: 1_000)
            .With(region => region with { FieldForce = new LabFieldForce { DaysBetweenCalls = [0, 0, 0] } });
        var run = Run(setup);
        // Stock is for fourteen days of some 140 units; nobody delivers, so all are empty on the fourteenth or a day beside it and gone two evenings later.
        run.Weeks[0].Adopted.ShouldBe(Terminals);
        run.Weeks[1].Adopted.ShouldBeGreaterThan(Terminals * 9 / 10);
        run.Weeks[2].Adopted.ShouldBe(0);
        run.Weeks[^1].NumericDistribution.ShouldBe(0);
        run.Books.ShouldAllBe(book => book.Difference == 0);
    }

    [Fact]
    public void Delisting_CalledAgain_ListsAgain()
    {
        var rules = new LabRules { Delisting = new LabDelisting(UncalledDays: 3, UncalledHazard: 0.5), Adoption = new LabAdoption(PerCall: 1) };
        var weeks = Run(Called(rules, daysBetweenCalls: 7)).Weeks;
        weeks.Sum(week => week.Delisted).ShouldBeGreaterThan(Terminals);
        weeks[^1].Adopted.ShouldBeGreaterThan(Terminals / 4);
    }

    /// <summary>Equal terminals that all have us from the first day; nobody calls, and opening shelves are for a year.</summary>
    private static LabSetup Steady(LabRules rules, double unitsPerDay = 4)
    {
        var setup = PlainLab.Of(Terminals, Days).With(region => region with
        {
            Cells = region.Cells with { UnitsPerDay = [.. region.Cells.UnitsPerDay.Select(_ => unitsPerDay * Terminals / region.Cells.Count)] },
            Terminals = region.Terminals with { Adopted = [.. Enumerable.Repeat(true, Terminals)], Sizes = [.. Enumerable.Repeat(1.0, Terminals)] },
            FieldForce = new LabFieldForce { DaysBetweenCalls = [366, 366, 366] },
        });
        return setup with { Rules = rules };
    }

    /// <summary>Everyone has us from the first day and is called and supplied as often as asked.</summary>
    private static LabSetup Called(LabRules rules, int daysBetweenCalls = 1) => Steady(rules).With(region => region with
    {
        FieldForce = new LabFieldForce
        {
            Staffing = [new LabStaffing(PlainLab.Monday, 200)],
            DaysBetweenCalls = [daysBetweenCalls, daysBetweenCalls, daysBetweenCalls],
            WorkingDays = [.. Enumerable.Repeat(true, 7)],
        },
        Fleet = new LabFleet { Vehicles = 500 },
        Distributor = new LabDistributor { OpeningCash = Money.FromMajor(100_000_000), LeastCases = 100_000 },
    }) with
    {
        Rules = rules with { Ordering = new LabOrdering { Rule = LabRuleNames.ReorderPoint, ReorderCover = 40, TargetCover = 60 } },
    };

    private static LabRegionResult Run(LabSetup setup) => LabSimulator.Run(setup, new LabRunOptions(1)).Regions[0];

    private static long[] DailySales(LabSetup setup) => [.. Run(setup).Books.Select(book => book.Goods[0].Sold)];

    private static long SoldFrom(LabSetup setup, int day) => DailySales(setup).Skip(day).Sum();
}
