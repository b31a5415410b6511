using Territory.Model.Problems;
using Territory.Model.Quantities;
using Territory.Model.Terminals;
using Territory.Simulation.Lab;
using Territory.Simulation.Lab.Setup;

namespace Territory.Simulation.Tests.Lab.Setup;

/// <summary>Each wrong setup is refused with the field's path and the rule's code, before anything runs.</summary>
public sealed class LabSetupCheckTests
{
    private static readonly Dictionary<(string Path, string Code), Func<LabSetup, LabSetup>> Wrong = new()
    {
        [("days", "lab.below")] = setup => setup with { Days = 0 },
        [("regions", "lab.empty")] = setup => setup with { Regions = [] },
        [("regions", "lab.duplicate")] = setup => setup with { Regions = [setup.Regions[0], setup.Regions[0]] },
        [("products[0].unitsPerCase", "lab.below")] = setup => Product(setup, product => product with { UnitsPerCase = 0 }),
        [("products[0].channelPerCase", "lab.price-order")] = setup => Product(setup, product => product with { ChannelPerCase = new Money(1) }),
        [("products[0].seasonByMonth", "lab.column-length")] = setup => Product(setup, product => product with { SeasonByMonth = [1, 2] }),
        [("products[0].seasonByMonth[3]", "lab.negative")] = setup => Product(setup, product => product with { SeasonByMonth = [1, 1, 1, -1, 1, 1, 1, 1, 1, 1, 1, 1] }),
        [("products[0].promotions[0].until", "lab.date-order")] =
            setup => Product(setup, product => product with { Promotions = [new LabPromotion { From = setup.FirstDay, Until = setup.FirstDay.AddDays(-1) }] }),
        [("regions[0].cells.unitsPerDay[0]", "lab.negative")] = setup => Cells(setup, -1),
        [("regions[0].cells.unitsPerDay[0]", "lab.not-finite")] = setup => Cells(setup, double.NaN),
        [("regions[0].terminals.cells[2]", "lab.cell-unknown")] = setup => Terminals(setup, terminals =>
        {
            terminals.Cells[2] = 999;
            return terminals;
        }),
        [("regions[0].terminals.sizes[1]", "lab.not-finite")] = setup => Terminals(setup, terminals =>
        {
            terminals.Sizes[1] = double.NaN;
            return terminals;
        }),
        [("regions[0].terminals.classes[0]", "lab.above")] = setup => Terminals(setup, terminals =>
        {
            terminals.Classes[0] = (TerminalClass)9;
            return terminals;
        }),
        [("regions[0].terminals.keys", "lab.duplicate")] = setup => Terminals(setup, terminals =>
        {
            terminals.Keys[0] = terminals.Keys[1];
            return terminals;
        }),
        [("regions[0].terminals.fits", "lab.column-length")] = setup => Terminals(setup, terminals => terminals with { Fits = [1] }),
        [("regions[0].fleet.vehicles", "lab.negative")] = setup => setup.With(region => region with { Fleet = new LabFleet { Vehicles = -1 } }),
        [("regions[0].fieldForce.staffing[1].from", "lab.date-order")] = setup => setup.With(region => region with
        {
            FieldForce = new LabFieldForce { Staffing = [new LabStaffing(setup.FirstDay, 1), new LabStaffing(setup.FirstDay, 2)] },
        }),
        [("regions[0].rivals.ownPull", "lab.below")] = setup => setup.With(region => region with { Rivals = new LabRivals { OwnPull = 0 } }),
        [("regions[0].fieldCosts.callMinutes", "lab.not-finite")] =
            setup => setup.With(region => region with { FieldCosts = new LabFieldCosts { CallMinutes = double.PositiveInfinity } }),
        [("rules.demand", "lab.rule-unknown")] = setup => setup with { Rules = new LabRules { Demand = "gamma" } },
        [("rules.ordering.rule", "lab.rule-unknown")] = setup => setup with { Rules = new LabRules { Ordering = new LabOrdering { Rule = "guess" } } },
        [("rules.ordering.leadDays", "lab.below")] = setup => setup with { Rules = new LabRules { Ordering = new LabOrdering { LeadDays = 0 } } },
        [("rules.outOfStock", "lab.all-zero")] = setup => setup with { Rules = new LabRules { OutOfStock = new LabOutOfStock(0, 0, 0, 0, 0) } },
        // Scaled to a mean of 1 this overflowed: every shop was asked for the most there is on every day.
        [("rules.weekdays[0]", "lab.above")] = setup => setup with { Rules = new LabRules { Weekdays = [1e308, 1, 1, 1, 1, 1, 1] } },
        [("rules.huff.leastKilometres", "lab.above")] = setup => setup with { Rules = new LabRules { Huff = new LabHuff(LeastKilometres: 1e308) } },
        [("rules.adoption.neighbours", "lab.above")] = setup => setup with { Rules = new LabRules { Adoption = new LabAdoption(Neighbours: 1e308) } },
        // Sums of these over a run overflowed.
        [("regions[0].fieldForce.costPerRepDay", "lab.above")] = setup => setup.With(region => region with { FieldForce = new LabFieldForce { CostPerRepDay = new Money(1_000_000_000_000_000) } }),
        [("products[0].retailPerUnit", "lab.above")] = setup => Product(setup, product => product with { RetailPerUnit = new Money(1_000_000_000_000) }),
        [("firstDay", "lab.year")] = setup => setup with { FirstDay = new DateOnly(9999, 12, 30) },
        [("products", "lab.all-zero")] = setup => Product(setup, product => product with { Weight = 0 }),
        [("regions[0].fieldCosts.dropMinutes", "lab.not-positive")] = setup => setup.With(region => region with { FieldCosts = new LabFieldCosts { DropMinutes = 0 } }),
        [("rules.adoption.perCall", "lab.not-finite")] = setup => setup with { Rules = new LabRules { Adoption = new LabAdoption(double.NaN) } },
        [("rules.display.perCall", "lab.above")] = setup => setup with { Rules = new LabRules { Display = new LabDisplay(PerCall: 1.1) } },
        [("rules.display.halfLifeDays", "lab.below")] = setup => setup with { Rules = new LabRules { Display = new LabDisplay(HalfLifeDays: 0) } },
        [("rules.shelfPrices.spread", "lab.column-length")] = setup => setup with { Rules = new LabRules { ShelfPrices = new LabShelfPrices { Spread = [0.1] } } },
        [("rules.shelfPrices.spread[1]", "lab.not-finite")] =
            setup => setup with { Rules = new LabRules { ShelfPrices = new LabShelfPrices { Spread = [0, double.NaN, 0] } } },
        [("rules.delisting.emptyDays", "lab.below")] = setup => setup with { Rules = new LabRules { Delisting = new LabDelisting(EmptyDays: 0) } },
        [("rules.delisting.uncalledHazard", "lab.negative")] = setup => setup with { Rules = new LabRules { Delisting = new LabDelisting(UncalledHazard: -1) } },
        [("regions[0].rivals.coverageThreshold", "lab.above")] =
            setup => setup.With(region => region with { Rivals = new LabRivals { CoverageThreshold = 1 } }),
        [("rules.outOfStock.otherStore", "lab.negative")] = setup => setup with { Rules = new LabRules { OutOfStock = new LabOutOfStock(-0.1) } },
    };

    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var (path, code) in Wrong.Keys)
                cases.Add(path, code);
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Problems_OneWrongField_AreItsPathAndRule(string path, string code)
    {
        var setup = Wrong[(path, code)](PlainLab.Of(60, 7));
        LabSetupCheck.Problems(setup).Select(problem => (problem.Path, problem.Code)).ShouldContain((path, code));
        var refusal = Should.Throw<InvalidInputException>(() => LabSimulator.Run(setup, new LabRunOptions(1)));
        refusal.Problems.ShouldContain(problem => problem.Field == path && problem.Code == code);
    }

    [Fact]
    public void Problems_GoodSetup_AreNone() => LabSetupCheck.Problems(PlainLab.Of(60, 7)).ShouldBeEmpty();

    private static LabSetup Product(LabSetup setup, Func<LabProduct, LabProduct> change) => setup with { Products = [change(setup.Products[0])] };

    private static LabSetup Cells(LabSetup setup, double first) => setup.With(region => region with
    {
        Cells = region.Cells with { UnitsPerDay = [first, .. region.Cells.UnitsPerDay[1..]] },
    });

    private static LabSetup Terminals(LabSetup setup, Func<LabTerminals, LabTerminals> change) =>
        setup.With(region => region with { Terminals = change(region.Terminals) });
}
