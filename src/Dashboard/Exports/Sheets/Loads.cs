using Territory.Model.Vehicles;

namespace Territory.Dashboard.Exports.Sheets;

/// <summary>Adds up loads.</summary>
internal static class Loads
{
    public static VehicleCapacity Sum(IEnumerable<VehicleCapacity> loads) =>
        loads.Aggregate(default(VehicleCapacity), (sum, load) => new VehicleCapacity(sum.Cases + load.Cases, sum.Mass + load.Mass, sum.Volume + load.Volume));

    public static VehicleCapacity Of(IEnumerable<GoodsLine> goods) => Sum(goods.Select(line => new VehicleCapacity(line.Cases, line.Mass, line.Volume)));
}
