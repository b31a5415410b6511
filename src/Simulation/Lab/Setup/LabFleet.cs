using Territory.Model.Quantities;

namespace Territory.Simulation.Lab.Setup;

/// <summary>The vehicles that deliver in a region (配送车辆).</summary>
public sealed record LabFleet
{
    public int Vehicles { get; init; } = 2;

    /// <summary>Cases that one vehicle carries in a day, over all its trips.</summary>
    public int CasesPerDay { get; init; } = 300;

    public double MinutesPerDay { get; init; } = 540;

    public Money CostPerVehicleDay { get; init; } = Money.FromMajor(300);

    public Money CostPerKilometre { get; init; } = new(180);
}
