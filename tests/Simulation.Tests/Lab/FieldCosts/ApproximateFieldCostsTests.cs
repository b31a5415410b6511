using Territory.Simulation.Lab.FieldCosts;

namespace Territory.Simulation.Tests.Lab.FieldCosts;

public sealed class ApproximateFieldCostsTests
{
    /// <summary>Four terminals at (+-3, +-4): reach 5 km, area 48 square kilometres, 12 a terminal; vehicles of 10 cases.</summary>
    private static readonly ApproximateFieldCosts Costs = new(
        new FieldPlaces([3, -3, 3, -3], [4, 4, -4, -4]),
        10,
        new FieldCostFits(Fit(2, 1.5, 0.5), Fit(1, 0.7, 0.25), Fit(3, 2, 1), Fit(1.2, 0.8, 0)));

    [Fact]
    public void Visits_HandFigures_AreTheLaw()
    {
        // 2 r = 10 km; (3 - 1) / 3 x sqrt(3 x 4 x 12) = 8 km.
        var day = Costs.Visits(3, 4);
        day.DriveMinutes.ShouldBe((2 * 10) + (1.5 * 8) + (0.5 * 3), 1e-12);
        day.Kilometers.ShouldBe(10 + (0.7 * 8) + (0.25 * 3), 1e-12);
        day.Trips.ShouldBe(1);
    }

    [Fact]
    public void Deliveries_HandFigures_AreTheLawWithTripsByCases()
    {
        // 11 cases take two trips: 2 r m = 20 km; (4 - 2) / 4 x sqrt(4 x 3 x 12) = 6 km.
        var day = Costs.Deliveries(4, 11, 3);
        day.DriveMinutes.ShouldBe((3 * 20) + (2 * 6) + 4, 1e-12);
        day.Kilometers.ShouldBe((1.2 * 20) + (0.8 * 6), 1e-12);
        day.Trips.ShouldBe(2);
        ((IFieldCosts)Costs).Deliveries([0, 1, 2, 3], [2, 3, 5, 1], 3).ShouldBe(day);
        // More trips than stops leave nothing local.
        Costs.Deliveries(2, 95, 4).ShouldBe(new FieldDay((3 * 100) + 2, 1.2 * 100, 10));
    }

    [Fact]
    public void Visits_OfTerminals_TakesTheirOwnReach()
    {
        var costs = new ApproximateFieldCosts(new FieldPlaces([1, 9], [0, 0]), 10, new FieldCostFits(Fit(1, 0, 0), Fit(1, 0, 0), Fit(1, 0, 0), Fit(1, 0, 0)));
        costs.Visits([0], 1).Kilometers.ShouldBe(2);
        costs.Visits([1], 1).Kilometers.ShouldBe(18);
        costs.Visits(1, 1).Kilometers.ShouldBe(10);
    }

    [Fact]
    public void Days_Nothing_CostNothing()
    {
        Costs.Visits(0, 3).ShouldBe(default);
        Costs.Deliveries(0, 0, 3).ShouldBe(default);
        Should.Throw<ArgumentOutOfRangeException>(() => Costs.Visits(-1, 3));
        Should.Throw<ArgumentOutOfRangeException>(() => Costs.Deliveries(1, -1, 3));
    }

    [Fact]
    public void Days_InHotLoops_AllocateNothing()
    {
        IFieldCosts costs = Costs;
        int[] terminals = [0, 2, 3];
        int[] cases = [4, 5, 6];
        double Run(int times)
        {
            var sum = 0.0;
            for (var time = 0; time < times; time++)
            {
                sum += costs.Visits(3, 4).DriveMinutes + costs.Deliveries(3, 15, 4).Kilometers;
                sum += costs.Visits(terminals, 4).Kilometers + costs.Deliveries(terminals, cases, 4).Kilometers;
            }

            return sum;
        }

        Run(10);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var total = Run(10_000);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        total.ShouldBeGreaterThan(0);
    }

    private static FieldCostFit Fit(double haul, double local, double perStop) =>
        new(new FieldLaw(haul, local, perStop), 1, 1, 0, 0, 0, 0, new FieldRootLaw(0, 0, 0, 0));
}
