using Territory.Model.Quantities;
using Territory.Model.Terminals;
using Territory.Simulation.Lab;
using Territory.Simulation.Lab.Setup;
using Territory.Simulation.Mathematics;

namespace Territory.Simulation.Tests.Lab.Sweep;

/// <summary>What any market must do: null effects and conservation are exact, stylised facts hold in direction (domain notes 5.2).</summary>
public sealed class MarketBehaviourTests
{
    private static readonly LabRunOptions Options = new(1);

    /// <summary>V22: every node's cases and cash, every day.</summary>
    [Theory]
    [InlineData(201)]
    [InlineData(202)]
    [InlineData(203)]
    [InlineData(204)]
    public void Books_EveryDay_Balance(int number)
    {
        var result = LabSimulator.Run(RandomLab.Of(number), Options);
        var books = result.Regions.SelectMany(region => region.Books).ToArray();
        books.Sum(book => book.Difference).ShouldBe(0);
        books.Sum(book => book.Cash.ConsumersPaid).ShouldBeGreaterThan(0);
        foreach (var region in result.Regions)
        {
            foreach (var (before, after) in region.Books.Zip(region.Books.Skip(1)))
            {
                after.Cash.DistributorCashBefore.ShouldBe(before.Cash.DistributorCash);
                after.Goods.Zip(before.Goods).ShouldAllBe(pair => pair.First.TerminalsBefore == pair.Second.Terminals && pair.First.DepotBefore == pair.Second.Depot);
            }
        }
    }

    /// <summary>V23.</summary>
    [Fact]
    public void Adoption_WithoutReps_IsZero()
    {
        var setup = PlainLab.Of().With(region => region with { FieldForce = region.FieldForce with { Staffing = [] } });
        setup = setup with { Rules = setup.Rules with { Adoption = new LabAdoption(10, 10, 10) } };
        var weeks = LabSimulator.Run(setup, Options).Regions[0].Weeks;
        weeks.ShouldAllBe(week => week.Adopted == 0 && week.UnitsSold == 0 && week.Calls == 0 && week.CasesOrdered == 0 && week.Share == 0);
        LabSimulator.Run(PlainLab.Of(), Options).Regions[0].Weeks[^1].Adopted.ShouldBeGreaterThan(100);
    }

    /// <summary>V23.</summary>
    [Theory]
    [InlineData(0, true)]
    [InlineData(1.5, false)]
    public void Price_Doubled_ChangesSalesOnlyWithElasticity(double elasticity, bool same)
    {
        var setup = PlainLab.Of();
        setup = setup with { Rules = setup.Rules with { Response = new LabResponse { PriceElasticity = elasticity } } };
        var dear = setup with
        {
            Products = [setup.Products[0] with { RetailPerUnit = new Money(600), ReferencePerUnit = new Money(300) }],
        };
        long[] Sold(LabSetup market) => [.. LabSimulator.Run(market, Options).Regions[0].Books.Select(book => book.Goods[0].Sold)];
        Sold(dear).SequenceEqual(Sold(setup)).ShouldBe(same);
        if (!same)
            Sold(dear).Sum().ShouldBeLessThan(Sold(setup).Sum());
    }

    [Fact]
    public void Sales_WithoutDemand_AreZero()
    {
        var setup = PlainLab.Of().With(region => region with { Cells = region.Cells with { UnitsPerDay = new double[region.Cells.Count] } });
        var result = LabSimulator.Run(setup, Options).Regions[0];
        result.Weeks.Sum(week => week.UnitsSold).ShouldBe(0);
        result.CasesLost.ShouldBe(0);
        result.Weeks[^1].Adopted.ShouldBeGreaterThan(100);
    }

    /// <summary>V10: one cell, a call a day, r = 0 and days of 0.01 year make Bass's curve, F(5) = .3312; four pools of 5,000 stray by some .008.</summary>
    [Fact]
    public void Adoption_OnePoolCalledDaily_ConvergesToBass()
    {
        var setup = PlainLab.Of(5_000, 500).With(region => region with
        {
            Cells = new LabCells { Longitudes = [120], Latitudes = [30], UnitsPerDay = [0] },
            Terminals = region.Terminals with { Cells = new int[5_000], Classes = new TerminalClass[5_000] },
            FieldForce = new LabFieldForce
            {
                Staffing = [new LabStaffing(PlainLab.Monday, 500)],
                DaysBetweenCalls = [1, 1, 1],
                WorkingDays = [.. Enumerable.Repeat(true, 7)],
                LargestSkill = 1,
            },
        });
        setup = setup with { Rules = setup.Rules with { Adoption = new LabAdoption(0.03 * 0.01, 0.38 * 0.01, 0) } };
        Enumerable.Range(1, 4)
            .Average(seed => LabSimulator.Run(setup, new LabRunOptions((ulong)seed)).Regions[0].Weeks[^1].Adopted / 5_000.0)
            .ShouldBe(0.3312, 0.02);
    }

    /// <summary>V24: near 8 % of shelves are empty when little is ordered and it comes late, and far fewer when replenishment is good.</summary>
    [Fact]
    public void OutOfStock_OnlyWithPoorReplenishment_IsNearEightPercent()
    {
        var setup = PlainLab.Of().With(region => region with
        {
            Terminals = region.Terminals with { Adopted = [.. Enumerable.Repeat(true, region.Terminals.Count)] },
            FieldForce = region.FieldForce with { DaysBetweenCalls = [7, 7, 7] },
        });
        double Rate(double cover, int leadDays)
        {
            var ordering = new LabOrdering { Rule = LabRuleNames.ReorderPoint, ReorderCover = cover, TargetCover = cover, LeadDays = leadDays };
            var weeks = LabSimulator.Run(setup with { Rules = setup.Rules with { Ordering = ordering } }, Options).Regions[0].Weeks;
            return weeks.Skip(8).Average(week => week.OutOfStockRate);
        }

        Rate(1.8, 1).ShouldBeLessThan(0.02);
        Rate(1.0, 5).ShouldBeInRange(0.05, 0.14);
    }

    /// <summary>V24: with skewed sizes and rivals in proportion, share rises faster than distribution, which grows from the large to the small.</summary>
    [Fact]
    public void Share_SkewedSizes_IsConvexInDistribution()
    {
        Enumerable.Range(1, 10).Count(seed => IsConvex((ulong)seed)).ShouldBeGreaterThanOrEqualTo(8);

        static bool IsConvex(ulong seed)
        {
            var random = new Random((int)seed);
            var setup = PlainLab.Of(600, 210).With(region => region with
            {
                Terminals = region.Terminals with
                {
                    Sizes = [.. region.Terminals.Classes.Select(rank => (rank == TerminalClass.A ? 8 : rank == TerminalClass.B ? 2.5 : 0.7) * (0.7 + (0.6 * random.NextDouble())))],
                    RivalBrands = [.. region.Terminals.Classes.Select(rank => (byte)(rank == TerminalClass.A ? 8 : rank == TerminalClass.B ? 3 : 1))],
                },
                FieldForce = new LabFieldForce { Staffing = [new LabStaffing(PlainLab.Monday, 2)], DaysBetweenCalls = [7, 10, 14] },
            });
            var weeks = LabSimulator.Run(setup, new LabRunOptions(seed)).Regions[0].Weeks.Where(week => week.UnitsSold > 0).ToArray();
            double[] distribution = [.. weeks.Select(week => week.WeightedDistribution)];
            double[] ones = [.. distribution.Select(_ => 1.0)];
            return LinearLeastSquares.Solve([ones, distribution, [.. distribution.Select(value => value * value)]], [.. weeks.Select(week => week.Share)]) is [_, _, > 0];
        }
    }

    /// <summary>More reps, seed and all else equal, reach as many terminals or more: common draws make the comparison clean.</summary>
    [Fact]
    public void Reps_More_CallAndWinMore()
    {
        var setup = PlainLab.Of(1_200, 56);
        var few = LabSimulator.Run(setup.With(region => region with { FieldForce = new LabFieldForce { Staffing = [new LabStaffing(PlainLab.Monday, 1)] } }), Options);
        var many = LabSimulator.Run(setup, Options);
        many.Regions[0].Weeks[^1].TerminalsCalled.ShouldBeGreaterThan(few.Regions[0].Weeks[^1].TerminalsCalled);
        many.Regions[0].Weeks[^1].Adopted.ShouldBeGreaterThan(few.Regions[0].Weeks[^1].Adopted);
        many.Regions[0].Weeks[^1].MeanSkill.ShouldBeGreaterThan(1);
    }
}
