using Territory.Simulation.Mathematics;

namespace Territory.Simulation.Tests.Mathematics;

public sealed class LeastSquaresTests
{
    private static readonly double[] Pressure = [77.6, 114.9, 141.1, 190.8, 239.9, 289.0, 332.8, 378.4, 434.8, 477.3, 536.8, 593.1, 689.1, 760.0];
    private static readonly double[] Adsorbed = [10.07, 14.73, 17.94, 23.93, 29.61, 35.18, 40.02, 44.82, 50.76, 55.05, 61.01, 66.40, 75.47, 81.78];

    /// <summary>NIST's reference data set Misra1a, from the farther of its two starts, with its certified values.</summary>
    [Fact]
    public void LevenbergMarquardt_Misra1a_GivesTheCertifiedValues()
    {
        double[] Errors(double[] b) => [.. Pressure.Select((x, row) => Adsorbed[row] - (b[0] * (1 - Math.Exp(-b[1] * x))))];
        var fit = LevenbergMarquardt.Fit(Errors, [500, 0.0001]);
        fit.Converged.ShouldBeTrue();
        fit.Parameters[0].ShouldBe(2.3894212918E+02, 1e-5);
        fit.Parameters[1].ShouldBe(5.5015643181E-04, 1e-11);
        fit.SumOfSquares.ShouldBe(1.2455138894E-01, 1e-10);
        var errors = LevenbergMarquardt.StandardErrors(Errors, fit).ShouldNotBeNull();
        errors[0].ShouldBe(2.7070075241E+00, 1e-4);
        errors[1].ShouldBe(7.2668688436E-06, 1e-10);
    }

    /// <summary>NIST's Wampler1: 1 + x + x^2 + x^3 + x^4 + x^5 on 0 ... 20, whose coefficients are 1 and whose columns are nearly dependent.</summary>
    [Fact]
    public void LinearLeastSquares_Wampler1_GivesTheCertifiedValues()
    {
        double[] x = [.. Enumerable.Range(0, 21).Select(value => (double)value)];
        double[][] columns = [.. Enumerable.Range(0, 6).Select(power => x.Select(value => Math.Pow(value, power)).ToArray())];
        double[] y = [.. x.Select(value => Enumerable.Range(0, 6).Sum(power => Math.Pow(value, power)))];
        var coefficients = LinearLeastSquares.Solve(columns, y).ShouldNotBeNull();
        foreach (var coefficient in coefficients)
            coefficient.ShouldBe(1, 1e-6);
    }

    [Fact]
    public void LinearLeastSquares_ColumnsThatDepend_HaveNoSolution() =>
        LinearLeastSquares.Solve([[1, 1, 1], [2, 2, 2]], [1, 2, 3]).ShouldBeNull();
}
