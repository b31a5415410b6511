using Territory.Simulation.Mathematics;

namespace Territory.Simulation.Lab.Calibration;

/// <summary>Moves each accepted parameter set to where it would be had its run hit the observed figures.</summary>
/// <remarks>
/// Algorithm: linear regression of each parameter on the figures over the population, weighted by its weights and by Epanechnikov's kernel of the distance;
/// on the logit of the parameter's place within its prior, so that it stays inside. Left out where there are too few sets for the figures,
/// and where the observed figures lie outside the population's (<see cref="FigureCloud"/>): no parameters give such figures, the line would be drawn on to where nothing was ever
/// run, and what it says there can be far from the nearest that the model comes.
/// Source: Beaumont, Zhang and Balding: "Approximate Bayesian computation in population genetics", 2002; Frazier, Robert and Rousseau: "Model misspecification in approximate
/// Bayesian computation: consequences and diagnostics", J. R. Stat. Soc. B 82, 2020, for leaving it out.
/// </remarks>
internal sealed class RegressionAdjustment(IReadOnlyList<UnknownParameter> parameters, double[] observed)
{
    private const int LeastSetsPerFigure = 5;
    private const double Edge = 1e-9;

    /// <returns>Parameters with weights that sum to 1, or null where no regression can be made.</returns>
    public (double[][] Parameters, double[] Weights)? Apply(IReadOnlyList<Particle> population, double[][] values)
    {
        var widest = population.Max(one => one.Distance);
        if (!(widest > 0))
            return null;
        var kernel = population.Select(one => one.Weight * (1 - (one.Distance / widest * (one.Distance / widest)))).ToArray();
        var total = kernel.Sum();
        int[] moving = [.. Enumerable.Range(0, observed.Length).Where(figure => population.Any(one => one.Figures[figure] != population[0].Figures[figure]))];
        if (!(total > 0) || kernel.Count(weight => weight > 0) < LeastSetsPerFigure * (moving.Length + 1))
            return null;
        if (!FigureCloud.Of([.. population.Select(one => moving.Select(figure => one.Figures[figure]).ToArray())], kernel).Holds([.. moving.Select(figure => observed[figure])]))
            return null;
        var roots = kernel.Select(weight => Math.Sqrt(weight / total)).ToArray();
        double[][] columns =
        [
            roots,
            .. moving.Select(figure => population.Select((one, row) => roots[row] * (one.Figures[figure] - observed[figure])).ToArray()),
        ];
        var adjusted = values.Select(row => row.ToArray()).ToArray();
        for (var index = 0; index < parameters.Count; index++)
        {
            var prior = parameters[index].Prior;
            var places = values.Select(row => Logit(Place(prior, row[index]))).ToArray();
            if (LinearLeastSquares.Solve(columns, [.. places.Select((place, row) => roots[row] * place)]) is not { } coefficients)
                return null;
            for (var row = 0; row < adjusted.Length; row++)
            {
                var place = places[row];
                for (var column = 0; column < moving.Length; column++)
                    place -= coefficients[column + 1] * (population[row].Figures[moving[column]] - observed[moving[column]]);
                adjusted[row][index] = Value(prior, 1 / (1 + SharedMath.Exp(-place)));
            }
        }

        return (adjusted, [.. kernel.Select(weight => weight / total)]);
    }

    private static double Logit(double place) => SharedMath.Log(place / (1 - place));

    private static double Place(IPrior prior, double value)
    {
        var place = prior.IsLogarithmic
            ? SharedMath.Log(value / prior.Low) / SharedMath.Log(prior.High / prior.Low)
            : (value - prior.Low) / (prior.High - prior.Low);
        return Math.Clamp(place, Edge, 1 - Edge);
    }

    private static double Value(IPrior prior, double place)
    {
        var value = prior.IsLogarithmic
            ? prior.Low * SharedMath.Exp(place * SharedMath.Log(prior.High / prior.Low))
            : prior.Low + (place * (prior.High - prior.Low));
        return Math.Clamp(value, prior.Low, prior.High);
    }
}
