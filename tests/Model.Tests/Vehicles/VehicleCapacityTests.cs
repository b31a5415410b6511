using Territory.Model.Quantities;
using Territory.Model.Vehicles;

namespace Territory.Model.Tests.Vehicles;

public sealed class VehicleCapacityTests
{
    private static readonly VehicleCapacity Van = new(new Cases(10), Mass.FromKilograms(100), Volume.FromLitres(500));

    [Theory]
    [InlineData(10, 100, 500, true)]
    [InlineData(11, 100, 500, false)]
    [InlineData(10, 101, 500, false)]
    [InlineData(10, 100, 501, false)]
    public void Load_MustKeepToAllThreeLimits(int cases, int kilograms, int litres, bool fits) =>
        Van.Holds(new VehicleCapacity(new Cases(cases), Mass.FromKilograms(kilograms), Volume.FromLitres(litres))).ShouldBe(fits);
}
