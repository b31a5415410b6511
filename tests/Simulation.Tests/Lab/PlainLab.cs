using Territory.Model.Quantities;
using Territory.Model.Terminals;
using Territory.Simulation.Lab.Setup;

namespace Territory.Simulation.Tests.Lab;

/// <summary>A plain region of one product in which tests change what they are about.</summary>
internal static class PlainLab
{
    public static readonly DateOnly Monday = new(2026, 3, 2);

    public static LabSetup Of(int terminals = 300, int days = 140) => new()
    {
        FirstDay = Monday,
        Days = days,
        Products = [new LabProduct { Id = "P", CostPerCase = new Money(1_500), FactoryPerCase = new Money(2_400), ChannelPerCase = new Money(3_000), RetailPerUnit = new Money(300) }],
        Regions = [Region(terminals)],
    };

    public static LabSetup With(this LabSetup setup, Func<LabRegion, LabRegion> change) => setup with { Regions = [.. setup.Regions.Select(change)] };

    private static LabRegion Region(int terminals)
    {
        var cells = Math.Max(1, terminals / 30);
        return new LabRegion
        {
            Id = "plain",
            Cells = new LabCells
            {
                Longitudes = [.. Enumerable.Range(0, cells).Select(cell => 120 + (0.01 * cell))],
                Latitudes = [.. Enumerable.Repeat(30.0, cells)],
                UnitsPerDay = [.. Enumerable.Repeat(10.0 * terminals / cells, cells)],
            },
            Terminals = new LabTerminals
            {
                Keys = [.. Enumerable.Range(0, terminals).Select(row => LabTerminals.KeyOf("plain", $"T{row}"))],
                Longitudes = [.. Enumerable.Range(0, terminals).Select(row => 120 + (0.01 * (row % cells)) + (0.0001 * (row / cells)))],
                Latitudes = [.. Enumerable.Range(0, terminals).Select(row => 30 + (0.0001 * (row % 7)))],
                Classes = [.. Enumerable.Range(0, terminals).Select(row => row % 10 == 0 ? TerminalClass.A : row % 10 < 4 ? TerminalClass.B : TerminalClass.C)],
                Sizes = [.. Enumerable.Range(0, terminals).Select(row => row % 10 == 0 ? 6.0 : row % 10 < 4 ? 2.0 : 0.7)],
                Cells = [.. Enumerable.Range(0, terminals).Select(row => row % cells)],
            },
            FieldForce = new LabFieldForce { Staffing = [new LabStaffing(Monday, 1 + (terminals / 100))] },
            Fleet = new LabFleet { Vehicles = 1 + (terminals / 200) },
            FieldCosts = new LabFieldCosts { AreaSquareKilometres = 20 },
        };
    }
}
