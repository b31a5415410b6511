using Territory.Simulation.KnownAnswers.Adoption;

namespace Territory.Simulation.Tests.KnownAnswers.Adoption;

public sealed class BassEstimationTests
{
    /// <summary>Yearly sales of video recorders in the United States from 1980, in thousands, from Bass's own site.</summary>
    private static readonly double[] Recorders = [840, 1470, 2110, 4000, 7590, 10950, 10530, 9470, 7790, 5890];

    /// <summary>A course's worked example of Bass's regression (MIT 2.555, module 1): M 10.5036768, p 0.0626032, q 0.73766359.</summary>
    [Fact]
    public void Regression_PublishedExample_GivesItsParameters()
    {
        var estimate = BassRegression.Fit([0.517, 1.169, 1.604, 2.044, 2.286]).ShouldNotBeNull();
        estimate.Market.ShouldBe(10.5036768, 1e-6);
        estimate.Innovation.ShouldBe(0.0626032, 1e-7);
        estimate.Imitation.ShouldBe(0.73766359, 1e-8);
    }

    /// <summary>Cowpertwait and Metcalfe: "Introductory Time Series with R", 2009, section 3.3: R's nls of the rate.</summary>
    [Fact]
    public void LeastSquares_RateOfRecorders_GivesThePublishedEstimateAndErrors()
    {
        var estimate = BassLeastSquares.Fit(Recorders, SalesReading.Rate).ShouldNotBeNull();
        estimate.Market.ShouldBe(67_980, 5);
        estimate.Innovation.ShouldBe(6.594e-3, 5e-7);
        estimate.Imitation.ShouldBe(6.381e-1, 5e-5);
        estimate.ResidualStandardError.ShouldBe(727, 0.5);
        var errors = estimate.StandardErrors.ShouldNotBeNull();
        errors[0].ShouldBe(3.13e3, 5);
        errors[1].ShouldBe(1.43e-3, 5e-6);
        errors[2].ShouldBe(4.14e-2, 5e-5);
    }

    /// <summary>Sales taken from a curve give the curve back.</summary>
    [Theory]
    [InlineData(SalesReading.Increment)]
    [InlineData(SalesReading.Rate)]
    public void LeastSquares_SalesOfACurve_GiveTheCurve(SalesReading reading)
    {
        var curve = new BassCurve(0.012, 0.43);
        double[] sales = [.. Enumerable.Range(1, 12).Select(period => 5_000
            * (reading == SalesReading.Rate ? curve.RateAt(period) : curve.AdoptedBy(period) - curve.AdoptedBy(period - 1)))];
        var estimate = BassLeastSquares.Fit(sales, reading).ShouldNotBeNull();
        estimate.Market.ShouldBe(5_000, 1e-2);
        estimate.Innovation.ShouldBe(0.012, 1e-7);
        estimate.Imitation.ShouldBe(0.43, 1e-6);
    }

    /// <summary>Sales made by the regression's own recursion give its parameters back.</summary>
    [Fact]
    public void Regression_SalesOfItsRecursion_GiveItsParameters()
    {
        const double market = 800, p = 0.02, q = 0.5;
        var sold = 0.0;
        var sales = new List<double>();
        for (var period = 0; period < 9; period++)
        {
            sales.Add((p + (q * sold / market)) * (market - sold));
            sold += sales[^1];
        }

        var estimate = BassRegression.Fit(sales).ShouldNotBeNull();
        estimate.Market.ShouldBe(market, 1e-6);
        estimate.Innovation.ShouldBe(p, 1e-9);
        estimate.Imitation.ShouldBe(q, 1e-9);
        estimate.ResidualStandardError.ShouldBe(0, 1e-9);
    }

    [Fact]
    public void Regression_SalesThatOnlyAccelerate_GiveNoMarket() => BassRegression.Fit([1, 2, 5, 14, 42, 130]).ShouldBeNull();
}
