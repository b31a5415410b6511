using Territory.Simulation.Lab.FieldCosts;

namespace Territory.Simulation.Tests.Lab.FieldCosts;

/// <summary>The oracle is the optimiser on days that the laws were not fitted to.</summary>
public sealed class FieldCostFittingTests
{
    private static readonly FieldDaySampling Sampling = new(64, 6, 30);

    private static readonly PlaneRegion Corner = PlaneRegion.Square(300, 20, 0, 0);
    private static readonly Lazy<ApproximateFieldCosts> CornerCosts =
        new(() => FieldCostFitting.Fit(Corner.Places, Corner.Exact(), Sampling, 2, CancellationToken.None));

    /// <summary>
    /// On the plane haul is near 1 and local near the 0.7124 of Beardwood, Halton and Hammersley, whose constant holds for many points; with few stops and the
    /// edges of the area it comes out within a third of it.
    /// </summary>
    [Theory]
    [InlineData(-10, -10)]
    [InlineData(0, 0)]
    [InlineData(5, -10)]
    public void Fit_Square_HasTheConstantsOfThePlaneAndSmallErrors(double west, double south)
    {
        var region = PlaneRegion.Square(300, 20, west, south);

        var fits = FieldCostFitting.Fit(region.Places, region.Exact(), Sampling, 2, TestContext.Current.CancellationToken).Fits;

        fits.VisitKilometers.Law.Haul.ShouldBeInRange(0.75, 1.1);
        fits.VisitKilometers.Law.Local.ShouldBeInRange(0.5, 0.95);
        fits.DeliveryKilometers.Law.Haul.ShouldBeInRange(0.75, 1.1);
        // Straight roads at 30 km/h: two minutes a kilometre.
        fits.VisitMinutes.Law.Haul.ShouldBe(2 * fits.VisitKilometers.Law.Haul, 0.02);
        foreach (var fit in new[] { fits.VisitMinutes, fits.VisitKilometers, fits.DeliveryMinutes, fits.DeliveryKilometers })
        {
            (fit.FittedDays, fit.HeldOutDays).ShouldBe((48, 16));
            fit.Mape.ShouldBeLessThan(0.12);
            fit.Worst.ShouldBeLessThan(0.35);
            Math.Abs(fit.Bias).ShouldBeLessThan(0.06);
            fit.MapeOfCounts.ShouldBeGreaterThan(fit.Mape);
            Math.Abs(fit.Roots.Bias).ShouldBeLessThan(0.2);
        }
    }

    [Fact]
    public void Fit_Towns_KeepsErrorsModerate()
    {
        var region = PlaneRegion.Towns(300);
        var fits = FieldCostFitting.Fit(region.Places, region.Exact(), Sampling, 2, TestContext.Current.CancellationToken).Fits;
        foreach (var fit in new[] { fits.VisitMinutes, fits.VisitKilometers, fits.DeliveryMinutes, fits.DeliveryKilometers })
        {
            fit.Mape.ShouldBeLessThan(0.16);
            Math.Abs(fit.Bias).ShouldBeLessThan(0.09);
        }
    }

    /// <summary>Over many fresh days of given counts the law gives what the optimiser gives on average.</summary>
    [Theory]
    [InlineData(10, 30)]
    [InlineData(25, 80)]
    [InlineData(25, 300)]
    public void Costs_OfCounts_AreTheOptimisersMean(int stops, int areaTerminals)
    {
        var costs = CornerCosts.Value;
        var exact = Corner.Exact(daysAveraged: 40);

        var visits = exact.Visits(stops, areaTerminals);
        costs.Visits(stops, areaTerminals).Kilometers.ShouldBe(visits.Kilometers, 0.15 * visits.Kilometers);
        var deliveries = exact.Deliveries(stops, stops * 5, areaTerminals);
        costs.Deliveries(stops, stops * 5, areaTerminals).DriveMinutes.ShouldBe(deliveries.DriveMinutes, 0.15 * deliveries.DriveMinutes);
    }

    /// <summary>Where all days lie in the whole region and the start in its middle, two coefficients say as much as three.</summary>
    [Fact]
    public void Fit_DaysOfTheWholeRegion_TwoCoefficientsAreEnough()
    {
        var region = PlaneRegion.Square(30, 20, -10, -10);
        var fits = FieldCostFitting.Fit(region.Places, region.Exact(), new FieldDaySampling(64, 10, 30), 2, TestContext.Current.CancellationToken).Fits;
        fits.VisitKilometers.Roots.Mape.ShouldBeLessThan(0.1);
        fits.VisitKilometers.Roots.PerRoot.ShouldBeInRange(0.5, 1.1);
    }

    [Fact]
    public void Fit_AnyNumberOfThreads_GivesTheSameBits()
    {
        var region = PlaneRegion.Square(80, 20, 0, 0);
        var sampling = new FieldDaySampling(16, 4, 10);
        FieldCostFits Fit(int threads) =>
            FieldCostFitting.Fit(region.Places, region.Exact(), sampling, threads, TestContext.Current.CancellationToken).Fits;
        Fit(3).ShouldBe(Fit(1));
    }

    /// <summary>On a line there is no area, and the law is left with the constants that the days determine.</summary>
    [Fact]
    public void Fit_TerminalsOnALine_StillGivesALaw()
    {
        var region = PlaneRegion.Of([.. Enumerable.Range(1, 40).Select(terminal => 0.5 * terminal)], new double[40]);
        var fits = FieldCostFitting.Fit(region.Places, region.Exact(), new FieldDaySampling(24, 3, 10), 1, TestContext.Current.CancellationToken).Fits;
        fits.VisitKilometers.Law.Local.ShouldBe(0);
        fits.VisitKilometers.Law.Haul.ShouldBeGreaterThan(0.8);
        fits.VisitKilometers.Mape.ShouldBeLessThan(0.3);
    }

    [Fact]
    public void Fit_SamplingOutOfRange_Throws()
    {
        var region = PlaneRegion.Square(20, 20, 0, 0);
        foreach (var bad in new[] { new FieldDaySampling(8, 1, 5), new FieldDaySampling(20, 0, 5), new FieldDaySampling(20, 6, 5), new FieldDaySampling(20, 1, 5, 3, 2) })
            Should.Throw<ArgumentException>(() => FieldCostFitting.Fit(region.Places, region.Exact(), bad, 1, CancellationToken.None));
    }
}
