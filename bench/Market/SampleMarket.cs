using Territory.Model.Quantities;
using Territory.Model.Terminals;
using Territory.Simulation.Lab.Setup;

namespace Territory.Market.Benchmarks;

/// <summary>An invented region: a tenth of the terminals A, three tenths B, the rest C, 50 to a cell, and people and vehicles enough.</summary>
internal static class SampleMarket
{
    private const int TerminalsPerCell = 50;

    /// <summary>Of one of our products at one terminal on an average day, before goodwill and calls: with ten products some 12 cases a month.</summary>
    private const double OwnUnitsPerDay = 0.8;

    /// <summary>Every terminal sells all products from the first day on.</summary>
    public static LabSetup Of(int terminals, int products, int days)
    {
        var random = new Random(1);
        var cells = Math.Max(1, terminals / TerminalsPerCell);
        var width = (int)Math.Ceiling(Math.Sqrt(cells));
        double[] cellX = [.. Enumerable.Range(0, cells).Select(cell => 110 + (cell % width * 0.005))];
        double[] cellY = [.. Enumerable.Range(0, cells).Select(cell => 30 + (cell / width * 0.005))];
        int[] places = [.. Enumerable.Range(0, terminals).Select(row => (int)((long)row * cells / terminals))];
        var rivals = new LabRivals();
        var categoryUnits = products * OwnUnitsPerDay * (rivals.OwnPull + rivals.BrandsPerTerminal) / rivals.OwnPull;
        return new LabSetup
        {
            FirstDay = new DateOnly(2026, 1, 5),
            Days = days,
            Products = [.. Enumerable.Range(0, products).Select(Product)],
            Regions =
            [
                new LabRegion
                {
                    Id = "sample",
                    Cells = new LabCells { Longitudes = cellX, Latitudes = cellY, UnitsPerDay = [.. Enumerable.Repeat(categoryUnits * TerminalsPerCell, cells)] },
                    Terminals = new LabTerminals
                    {
                        Keys = [.. Enumerable.Range(0, terminals).Select(row => LabTerminals.KeyOf("sample", $"T{row}"))],
                        Longitudes = [.. places.Select(cell => cellX[cell] + (random.NextDouble() * 0.005))],
                        Latitudes = [.. places.Select(cell => cellY[cell] + (random.NextDouble() * 0.005))],
                        Classes = [.. Enumerable.Range(0, terminals).Select(row => row % 10 == 0 ? TerminalClass.A : row % 10 < 4 ? TerminalClass.B : TerminalClass.C)],
                        Sizes = [.. Enumerable.Range(0, terminals).Select(row => row % 10 == 0 ? 4.0 : row % 10 < 4 ? 1.5 : 0.6)],
                        Cells = places,
                        Adopted = [.. Enumerable.Repeat(true, terminals)],
                    },
                    Distributor = new LabDistributor { OpeningCash = Money.FromMajor(100_000_000), CreditLine = Money.FromMajor(1_000_000_000) },
                    FieldForce = new LabFieldForce { Staffing = [new LabStaffing(new DateOnly(2026, 1, 1), 1 + (terminals / 250))] },
                    Fleet = new LabFleet { Vehicles = 1 + (terminals / 200) },
                    FieldCosts = new LabFieldCosts { AreaSquareKilometres = cells * 0.25 },
                },
            ],
            // Cells have each other's terminals in reach, and no more.
            Rules = new LabRules { Huff = new LabHuff(ReachKilometres: 0.6) },
        };
    }

    /// <summary>The same market with display, prices of each terminal's own, delisting, and rivals that answer our distribution.</summary>
    public static LabSetup WithShelfRules(LabSetup setup) => setup with
    {
        Regions = [.. setup.Regions.Select(region => region with { Rivals = region.Rivals with { CoverageStrength = 0.5 } })],
        Rules = setup.Rules with
        {
            Display = new LabDisplay(PullGain: 0.5),
            ShelfPrices = new LabShelfPrices { Spread = [0.03, 0.05, 0.08] },
            Delisting = new LabDelisting(EmptyHazard: 0.05, UncalledHazard: 0.02),
        },
    };

    private static LabProduct Product(int number) => new()
    {
        Id = $"P{number}",
        UnitsPerCase = number % 2 == 0 ? 12 : 24,
        CostPerCase = new Money(1_500),
        FactoryPerCase = new Money(2_400),
        ChannelPerCase = new Money(3_000),
        RetailPerUnit = new Money(400),
        Weight = 1.0 / (1 + (number * 0.3)),
        SeasonByMonth = [0.92, 0.85, 0.86, 0.94, 1.04, 1.15, 1.26, 1.24, 1.10, 0.96, 0.84, 0.84],
        Promotions = number % 3 == 0
            ? [new LabPromotion { From = new DateOnly(2026, 2, 1), Until = new DateOnly(2026, 2, 14), Uplift = 0.4, PostDip = 0.2, PostDipDays = 7 }]
            : [],
    };
}
