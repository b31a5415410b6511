using Territory.Model.Quantities;
using Territory.Model.Vehicles;

namespace Territory.Optimizer.Dispatch;

/// <summary>What giving way is taken to cost where nobody has said so yet.</summary>
/// <param name="OvertimePermille">An hour of overtime in thousandths of an hour of the vehicle; 1500 is what the law asks for on a working day.</param>
/// <param name="LatenessPermille">An hour that an outlet waits, in the same measure.</param>
public sealed record FixPrices(int OvertimePermille = 1_500, int LatenessPermille = 2_000)
{
    public static FixPrices Usual { get; } = new();

    public Money OvertimeOf(VehicleFile vehicle) => Share(vehicle, OvertimePermille);

    public Money LatenessOf(VehicleFile vehicle) => Share(vehicle, LatenessPermille);

    private static Money Share(VehicleFile vehicle, int permille) => new(checked(vehicle.CostPerHour.MinorUnits * permille) / 1_000);
}
