using Territory.Simulation.Lab.FieldCosts;

namespace Territory.Simulation.Tests.Lab.FieldCosts;

/// <summary>The oracle is the optimiser on the road matrix, on days that the laws were not fitted to.</summary>
public sealed class RoadFieldCostsTests
{
    [Fact]
    public void Fit_RealRoads_KeepsErrorsModerateAndSumsRight()
    {
        var (places, travel) = MaltaRegion.Load(TestContext.Current.CancellationToken);
        var exact = new ExactFieldCosts(places, travel, travel, vehicleCases: 60, iterations: 300);

        var fits = FieldCostFitting.Fit(places, exact, new FieldDaySampling(96, 8, 30), 2, TestContext.Current.CancellationToken).Fits;

        foreach (var fit in new[] { fits.VisitMinutes, fits.VisitKilometers, fits.DeliveryMinutes, fits.DeliveryKilometers })
        {
            fit.HeldOutDays.ShouldBe(24);
            fit.Mape.ShouldBeLessThan(0.22);
            Math.Abs(fit.Bias).ShouldBeLessThan(0.1);
        }

        // Roads are longer than straight lines.
        fits.DeliveryKilometers.Law.Haul.ShouldBeInRange(1.05, 1.8);
    }
}
