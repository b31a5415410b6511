using System.Globalization;
using Territory.Model.Calendar;
using Territory.Model.Quantities;
using Territory.Model.Terminals;
using Territory.Simulation.Lab.Setup;
using Territory.Simulation.Mathematics;
using Territory.Simulation.Randomness;

namespace Territory.Simulation.KnownAnswers.LabMarkets;

/// <summary>Several regions and products in which everything of the lab happens: shortages in depots and vehicles, credit, promotions, rivals' answers.</summary>
/// <remarks>Round the point 0° 0°, where doubling degrees doubles every distance to the last bit.</remarks>
internal sealed record LabTowns
{
    private const int CellsAcross = 5;
    private const double CellDegrees = 0.008;

    private static readonly int[] UnitsPerCase = [12, 24, 6, 1];

    public long Seed { get; init; } = 1;

    public int Days { get; init; } = 56;

    public int Regions { get; init; } = 3;

    public int Terminals { get; init; } = 200;

    public bool HasReps { get; init; } = true;

    /// <summary>Multiplies every retail price, not what consumers hold it against.</summary>
    public int RetailFactor { get; init; } = 1;

    /// <summary>Multiplies every distance.</summary>
    public double Stretch { get; init; } = 1;

    public double PriceElasticity { get; init; } = 1.5;

    public LabAdoption Adoption { get; init; } = new();

    public LabSetup Build() => new()
    {
        FirstDay = LabMarket.FirstDay,
        Days = Days,
        Products = [.. UnitsPerCase.Select(Product)],
        Regions = [.. Enumerable.Range(0, Regions).Select(Region)],
        Rules = new LabRules
        {
            Adoption = Adoption,
            Huff = new LabHuff(ReachKilometres: 3 * Stretch, LeastKilometres: 0.05 * Stretch),
            Response = new LabResponse { PriceElasticity = PriceElasticity },
        },
    };

    private LabProduct Product(int unitsPerCase, int number) => new()
    {
        Id = $"P{number.ToString(CultureInfo.InvariantCulture)}",
        UnitsPerCase = unitsPerCase,
        CostPerCase = new Money(100 * unitsPerCase),
        FactoryPerCase = new Money(180 * unitsPerCase),
        ChannelPerCase = new Money((220 * unitsPerCase) + number),
        RetailPerUnit = new Money((300 + number) * RetailFactor),
        ReferencePerUnit = new Money(300 + number),
        Weight = 1.0 / (number + 1),
        ListedTo = number == 1 ? TerminalClass.B : TerminalClass.C,
        Promotions = number == 0
            ? [new LabPromotion { From = LabMarket.FirstDay.AddDays(14), Until = LabMarket.FirstDay.AddDays(20), Uplift = 0.5, PostDip = 0.3, PostDipDays = 7, CostPerDay = new Money(5_000) }]
            : [],
    };

    private LabRegion Region(int number)
    {
        var id = $"R{number.ToString(CultureInfo.InvariantCulture)}";
        const int cells = CellsAcross * CellsAcross;
        double PlaceOf(int step) => (step - (CellsAcross / 2)) * CellDegrees * Stretch;
        int[] cellOf = [.. Enumerable.Range(0, Terminals).Select(row => row % cells)];
        TerminalClass[] classes = [.. Enumerable.Range(0, Terminals).Select(row => row % 10 == 0 ? TerminalClass.A : row % 10 < 4 ? TerminalClass.B : TerminalClass.C)];
        double Jitter(string what, int row) => (UniformOf(id, what, row) - 0.5) * CellDegrees * Stretch;
        return new LabRegion
        {
            Id = id,
            Cells = new LabCells
            {
                Longitudes = [.. Enumerable.Range(0, cells).Select(cell => PlaceOf(cell % CellsAcross))],
                Latitudes = [.. Enumerable.Range(0, cells).Select(cell => PlaceOf(cell / CellsAcross))],
                UnitsPerDay = [.. Enumerable.Range(0, cells).Select(cell => 20.0 * Terminals / cells * (0.5 + UniformOf(id, "consumers", cell)))],
            },
            Terminals = new LabTerminals
            {
                Keys = LabMarket.KeysOf(id, Terminals),
                Longitudes = [.. cellOf.Select((cell, row) => PlaceOf(cell % CellsAcross) + Jitter("longitude", row))],
                Latitudes = [.. cellOf.Select((cell, row) => PlaceOf(cell / CellsAcross) + Jitter("latitude", row))],
                Classes = classes,
                Sizes = [.. classes.Select((rank, row) => SharedMath.Exp(-(int)rank) * (0.7 + (0.6 * UniformOf(id, "size", row))))],
                Cells = cellOf,
            },
            // The first region has enough of everything; the second lacks vehicles and reps, the third goods and cash.
            Distributor = new LabDistributor
            {
                OpeningCash = Money.FromMajor(number == 2 ? 500 : 200_000),
                CreditLine = Money.FromMajor(number == 2 ? 2_000 : 100_000),
                CoverDays = number == 2 ? 8 : 21,
                ReorderDays = number == 2 ? 5 : 14,
                FactoryLeadDays = 3 + (2 * number),
                TerminalCreditDays = 7 * number,
                FactoryCreditDays = 5 * number,
            },
            FieldForce = new LabFieldForce { Staffing = HasReps ? [new LabStaffing(LabMarket.FirstDay, number == 1 ? 1 : 1 + (Terminals / 100))] : [] },
            Fleet = new LabFleet { Vehicles = 1 + (number == 1 ? 0 : Terminals / 200), CasesPerDay = number == 1 ? 30 : 300 },
            FieldCosts = new LabFieldCosts { AreaSquareKilometres = 20 },
            Rivals = new LabRivals { ReactionChance = number == 0 ? 1 : 0.3, ReactionLagDays = 7 },
        };
    }

    private double UniformOf(string region, string what, int index)
    {
        var draw = Draw.At(Seed, DrawPurpose.KnownAnswer, EntityKey.Of(region).With(EntityKey.Of(what)), new SimDay(0), index);
        return draw.NextUniform();
    }
}
