using Territory.Simulation.Lab.Calibration;
using Territory.Simulation.Tests.Lab.Statistics;

namespace Territory.Simulation.Tests.Lab.Calibration;

public sealed class SensitivityTests
{
    private static UnknownParameter[] Unit(int count) =>
        [.. Enumerable.Range(0, count).Select(index => new UnknownParameter($"x{index}", new UniformPrior(0, 1)))];

    /// <summary>Of a linear function every effect is the coefficient times the prior's width, wherever it is taken.</summary>
    [Fact]
    public void ElementaryEffects_LinearFunction_AreItsCoefficients()
    {
        double[] coefficients = [4, -2.5, 0, 0.75];
        UnknownParameter[] parameters = [.. Unit(3), new("wide", new UniformPrior(-10, 30))];

        var effects = Effects(values => values.Zip(coefficients, (x, c) => x * c).Sum(), parameters, new ElementaryEffectsOptions(1, Trajectories: 6));

        foreach (var (parameter, index) in parameters.Select((parameter, index) => (parameter, index)))
        {
            var effect = effects.Single(one => one.Parameter == parameter.Name);
            var expected = coefficients[index] * (parameter.Prior.High - parameter.Prior.Low);
            effect.Mean.ShouldBe(expected, 1e-9);
            effect.MeanAbsolute.ShouldBe(Math.Abs(expected), 1e-9);
            effect.StandardDeviation.ShouldBe(0, 1e-9);
        }

        effects.Select(effect => effect.Parameter).ShouldBe(["wide", "x0", "x1", "x2"]);
    }

    /// <summary>
    /// Sobol's g function, prod (|4 x_i - 2| + a_i) / (1 + a_i) with a = 0, 1, 4.5, 9, 99 (Saltelli and Sobol 1995): a small a is an important input, and effects
    /// differ with the others' values.
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void ElementaryEffects_SobolG_RankTheInputsAsKnown(ulong seed)
    {
        double[] a = [9, 0, 99, 1, 4.5];
        var effects = Effects(
            values => values.Zip(a, (x, ai) => (Math.Abs((4 * x) - 2) + ai) / (1 + ai)).Aggregate(1.0, (product, factor) => product * factor),
            Unit(5),
            new ElementaryEffectsOptions(seed, Trajectories: 60, Levels: 8));

        effects.Select(effect => effect.Parameter).ShouldBe(["x1", "x3", "x4", "x0", "x2"]);
        effects[0].StandardDeviation.ShouldBeGreaterThan(effects[0].MeanAbsolute);
    }

    /// <summary>With the same random numbers along a trajectory, noise that the parameters do not touch cancels.</summary>
    [Fact]
    public void ElementaryEffects_NoiseOfTheSeed_Cancels()
    {
        var result = ElementaryEffects.Run(
            (values, seed) => [(3 * values[0]) + (100 * SampleModel.Normal(seed, false)), seed % 7 == 0 ? throw new FormatException("bad") : 1],
            Unit(2), ["cases", "none"], new ElementaryEffectsOptions(4, Trajectories: 40), null, TestContext.Current.CancellationToken);

        result.Effects[0].ShouldSatisfyAllConditions(
            effect => (effect.Parameter, effect.Figure).ShouldBe(("x0", "cases")),
            effect => effect.Mean.ShouldBe(3, 1e-9));
        result.Failed.Count.ShouldBeInRange(1, 15);
    }

    [Fact]
    public void Tornado_LinearModelWithNoise_GivesEachSwingWithoutNoise()
    {
        Assumption[] assumptions = [new("calls", 0, 1, 2), new("price", 10, 12, 13), new("rivals", -1, 0, 1)];
        var plan = SampleModel.Plan(6, 30, "cases", "cash");
        var tornados = Tornado.Run(
            (values, seed) => [values[0] - (4 * values[1]) + (10 * SampleModel.Normal(seed, false)), 5 * values[0]],
            assumptions, plan, null, TestContext.Current.CancellationToken);

        tornados.Select(one => one.Figure).ShouldBe(["cases", "cash"]);
        var cases = tornados[0];
        cases.Bars.Select(bar => bar.Assumption.Name).ShouldBe(["price", "calls", "rivals"]);
        cases.Bars.Select(bar => bar.Swing).ShouldBe([12, 2, 0], 1e-9);
        (cases.Bars[0].AtLow.Mean, cases.Bars[0].AtHigh.Mean).ShouldSatisfyAllConditions(
            means => means.Item1.ShouldBe(8, 1e-9), means => means.Item2.ShouldBe(-4, 1e-9));
        cases.Bars[0].AtLow.HalfWidth.ShouldBeLessThan(1e-9);
        cases.Base.HalfWidth.ShouldBeGreaterThan(1);
        cases.Base.Includes(1 - 48).ShouldBeTrue();
    }

    [Fact]
    public void Tornado_EveryRunFails_SaysWhy() =>
        Should.Throw<InvalidOperationException>(() => Tornado.Run(
            (_, _) => throw new FormatException("no depot"), [new Assumption("x", 0, 1, 2)], SampleModel.Plan(1, 4), null, CancellationToken.None))
            .Message.ShouldContain("no depot");

    private static IReadOnlyList<ElementaryEffect> Effects(
        Func<double[], double> function, IReadOnlyList<UnknownParameter> parameters, ElementaryEffectsOptions options) =>
        ElementaryEffects.Run((values, _) => [function(values)], parameters, ["y"], options, null, TestContext.Current.CancellationToken).Effects;
}
