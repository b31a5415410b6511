using Territory.Model.Quantities;
using Territory.Model.Terminals;
using Territory.Simulation.Lab.Setup;

namespace Territory.Simulation.Tests.Lab;

/// <summary>Setups that differ in everything: products, classes, rules, staffing, capacities, promotions, rivals, shortages.</summary>
internal static class RandomLab
{
    public static readonly DateOnly FirstDay = new(2026, 2, 23);

    public static LabSetup Of(int number)
    {
        var random = new Random(number);
        return new LabSetup
        {
            FirstDay = FirstDay.AddDays(random.Next(300)),
            Days = random.Next(20, 90),
            Products = [.. Enumerable.Range(0, random.Next(1, 11)).Select(product => Product(random, product))],
            Regions = [.. Enumerable.Range(0, random.Next(1, 4)).Select(region => Region(random, $"R{region}"))],
            Rules = Rules(random),
        };
    }

    public static LabRegion Region(Random random, string id, int? terminals = null)
    {
        var cells = random.Next(1, 12);
        var count = terminals ?? random.Next(1, 260);
        var answers = new Random((cells * 1_000) + count);
        return new LabRegion
        {
            Id = id,
            Cells = new LabCells
            {
                Longitudes = [.. Enumerable.Range(0, cells).Select(_ => 120 + (random.NextDouble() * 0.1))],
                Latitudes = [.. Enumerable.Range(0, cells).Select(_ => 30 + (random.NextDouble() * 0.1))],
                UnitsPerDay = [.. Enumerable.Range(0, cells).Select(_ => random.NextDouble() * 60 * count / cells)],
            },
            Terminals = new LabTerminals
            {
                Keys = [.. Enumerable.Range(0, count).Select(row => LabTerminals.KeyOf(id, $"T{row}"))],
                Longitudes = [.. Enumerable.Range(0, count).Select(_ => 120 + (random.NextDouble() * 0.1))],
                Latitudes = [.. Enumerable.Range(0, count).Select(_ => 30 + (random.NextDouble() * 0.1))],
                Classes = [.. Enumerable.Range(0, count).Select(_ => (TerminalClass)random.Next(3))],
                Sizes = [.. Enumerable.Range(0, count).Select(_ => 0.2 + (5 * random.NextDouble()))],
                Cells = [.. Enumerable.Range(0, count).Select(_ => random.Next(cells))],
                Fits = random.Next(2) == 0 ? [] : [.. Enumerable.Range(0, count).Select(_ => 2 * random.NextDouble())],
                RivalBrands = random.Next(2) == 0 ? [] : [.. Enumerable.Range(0, count).Select(_ => (byte)random.Next(5))],
                Adopted = random.Next(3) == 0 ? [] : [.. Enumerable.Range(0, count).Select(_ => random.Next(2) == 0)],
            },
            Distributor = new LabDistributor
            {
                CoverDays = random.Next(3, 30),
                ReorderDays = random.Next(1, 20),
                FactoryLeadDays = random.Next(1, 12),
                LeastCases = random.Next(0, 30),
                OpeningCash = Money.FromMajor(random.Next(0, 40_000)),
                CreditLine = Money.FromMajor(random.Next(0, 20_000)),
                TerminalCreditDays = random.Next(0, 30),
                FactoryCreditDays = random.Next(0, 15),
            },
            FieldForce = new LabFieldForce
            {
                Staffing =
                [
                    new LabStaffing(FirstDay, random.Next(0, 4)),
                    new LabStaffing(FirstDay.AddDays(random.Next(1, 330)), random.Next(0, 6)),
                    new LabStaffing(FirstDay.AddDays(random.Next(331, 370)), random.Next(0, 6)),
                ],
                DaysBetweenCalls = [random.Next(1, 8), random.Next(1, 15), random.Next(0, 28)],
                MinutesPerDay = random.Next(60, 500),
                OpeningPractice = random.Next(0, 500),
                TrainedPractice = random.Next(100, 900),
            },
            Fleet = new LabFleet { Vehicles = random.Next(0, 4), CasesPerDay = random.Next(5, 300), MinutesPerDay = random.Next(100, 500) },
            FieldCosts = new LabFieldCosts { AreaSquareKilometres = random.Next(1, 300), CallMinutes = random.Next(4, 20) },
            Rivals = new LabRivals
            {
                BrandsPerTerminal = random.Next(0, 4),
                OwnPull = 0.2 + (2 * random.NextDouble()),
                ReactionChance = random.NextDouble(),
                ReactionLagDays = random.Next(0, 20),
                CoverageStrength = answers.Next(2) == 0 ? 0 : 3 * answers.NextDouble(),
                CoverageThreshold = 0.5 * answers.NextDouble(),
                CoverageLagDays = answers.Next(1, 20),
            },
        };
    }

    private static LabProduct Product(Random random, int number) => new()
    {
        Id = $"P{number}",
        UnitsPerCase = random.Next(1, 25),
        CostPerCase = new Money(random.Next(100, 2_000)),
        FactoryPerCase = new Money(random.Next(2_000, 3_000)),
        ChannelPerCase = new Money(random.Next(3_000, 4_000)),
        RetailPerUnit = new Money(random.Next(100, 400)),
        ReferencePerUnit = random.Next(2) == 0 ? null : new Money(random.Next(100, 400)),
        Weight = 0.1 + random.NextDouble(),
        ListedTo = (TerminalClass)random.Next(3),
        SeasonByMonth = [.. Enumerable.Range(0, 12).Select(_ => 0.5 + random.NextDouble())],
        Promotions = random.Next(2) == 0
            ? []
            :
            [
                new LabPromotion
                {
                    From = FirstDay.AddDays(random.Next(300)), Until = FirstDay.AddDays(300 + random.Next(60)), Uplift = 2 * random.NextDouble(),
                    PostDip = random.NextDouble(), PostDipDays = random.Next(0, 20), CostPerDay = Money.FromMajor(random.Next(100)),
                },
            ],
    };

    private static LabRules Rules(Random random) => new()
    {
        Demand = random.Next(2) == 0 ? LabRuleNames.Poisson : LabRuleNames.NegativeBinomial,
        DemandSize = 0.3 + (5 * random.NextDouble()),
        Adoption = new LabAdoption(random.NextDouble() * 0.5, random.NextDouble(), random.NextDouble()),
        Huff = new LabHuff(0.5 + random.NextDouble(), 1 + (2 * random.NextDouble()), 0.5 + (5 * random.NextDouble())),
        Response = new LabResponse { PriceElasticity = 3 * random.NextDouble(), GoodwillDecay = random.NextDouble() * 0.2 },
        Ordering = new LabOrdering
        {
            Rule = random.Next(2) == 0 ? LabRuleNames.OnePointFive : LabRuleNames.ReorderPoint,
            TargetTenths = random.Next(8, 25),
            LeadDays = random.Next(1, 8),
        },
        Display = new LabDisplay(random.Next(2) == 0 ? 0 : 2 * random.NextDouble(), random.NextDouble(), 1 + random.Next(30)),
        ShelfPrices = new LabShelfPrices
        {
            Spread = random.Next(2) == 0 ? [0, 0, 0] : [0.2 * random.NextDouble(), 0, 0.4 * random.NextDouble()],
            Restored = random.NextDouble(),
            KeepDays = random.Next(0, 20),
        },
        Delisting = new LabDelisting(
            random.Next(1, 10), random.Next(2) == 0 ? 0 : 0.2 * random.NextDouble(), random.Next(1, 20), random.Next(2) == 0 ? 0 : 0.1 * random.NextDouble()),
    };
}
