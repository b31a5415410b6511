using Territory.Simulation.Lab.Statistics;
using Territory.Simulation.Randomness;

namespace Territory.Simulation.Lab.Calibration;

/// <summary>Fits parameters to history without a likelihood: approximate Bayesian computation by population Monte Carlo (近似贝叶斯校准).</summary>
/// <remarks>
/// Algorithm: the first population is the nearest part of draws from the prior. Each later one moves members of the one before, keeps moves whose run comes
/// within a tolerance, a quantile of the distances before, and weighs them by prior over proposal density, so that every population is a sample of the
/// posterior given that distance. Proposals are numbered and accepted in the order of their numbers, in blocks whose size does not depend on the threads:
/// the posterior is a function of (model, priors, observed, seed, options). At the end <see cref="RegressionAdjustment"/> removes most of what the
/// remaining tolerance adds.
/// Complexity: population squared times parameters squared a population, beside the runs of the model.
/// Source: Beaumont, Cornuet, Marin and Robert: "Adaptive approximate Bayesian computation", Biometrika 96, 2009; Toni et al.: "Approximate Bayesian
/// computation scheme for parameter inference and model selection in dynamical systems", J. R. Soc. Interface 6, 2009.
/// </remarks>
public sealed class PopulationMonteCarlo
{
    private static readonly EntityKey ProposalBranch = EntityKey.Of("lab calibration proposal");
    private static readonly EntityKey RunBranch = EntityKey.Of("lab calibration run");

    private readonly IReadOnlyList<UnknownParameter> parameters;
    private readonly double[] observed;
    private readonly CalibrationOptions options;
    private readonly WorkingSpace space;
    private readonly ProposalRuns runs;
    private readonly List<PopulationRecord> records = [];

    private PopulationMonteCarlo(
        SummaryModel model, IReadOnlyList<UnknownParameter> parameters, double[] observed, CalibrationOptions options, CancellationToken cancellationToken)
    {
        (this.parameters, this.observed, this.options) = (parameters, observed, options);
        space = new WorkingSpace(parameters);
        runs = new ProposalRuns(model, space, observed.Length, options, cancellationToken);
    }

    /// <param name="observed">The figures of history, as the model gives them.</param>
    /// <param name="progress">Told of each finished population.</param>
    /// <param name="cancellationToken">Ends with the last whole population.</param>
    /// <exception cref="ArgumentException">An option is out of range, or there is nothing to fit or to fit to.</exception>
    /// <exception cref="InvalidOperationException">Too few runs under the prior gave figures to begin with.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before the first population.</exception>
    public static Posterior Fit(
        SummaryModel model,
        IReadOnlyList<UnknownParameter> parameters,
        double[] observed,
        CalibrationOptions options,
        IProgress<PopulationRecord>? progress,
        CancellationToken cancellationToken)
    {
        options.Validate();
        if (parameters.Count == 0 || observed.Length == 0)
            throw new ArgumentException("A calibration needs at least one parameter and one observed figure.");
        if (Array.FindIndex(observed, figure => !double.IsFinite(figure)) is >= 0 and var place)
            throw new ArgumentException($"Observed figure {place} is {observed[place]}, not a finite number.", nameof(observed));
        return new PopulationMonteCarlo(model, parameters, observed, options, cancellationToken).Run(progress);
    }

    private Posterior Run(IProgress<PopulationRecord>? progress)
    {
        var (population, distance) = First();
        progress?.Report(records[^1]);
        CalibrationEnd end;
        try
        {
            while (true)
            {
                if (records[^1].Tolerance <= options.Tolerance)
                {
                    end = CalibrationEnd.Tolerance;
                    break;
                }

                var (next, reason) = Next(population, distance);
                if (next is null)
                {
                    end = reason;
                    break;
                }

                population = next;
                progress?.Report(records[^1]);
            }
        }
        catch (OperationCanceledException)
        {
            end = CalibrationEnd.Cancelled;
        }

        return new PosteriorSummary(parameters, observed, options.Regression).Of(
            population, space, records, runs.Runs, runs.Refused, end);
    }

    private (IReadOnlyList<Particle> Population, FigureDistance Distance) First()
    {
        var count = options.FirstFactor * options.Population;
        var ran = runs.Run(count, index =>
        {
            var draw = SeedTree.DrawOf(options.Seed, ProposalBranch, index);
            return (space.FromPrior(ref draw), SeedTree.SeedOf(options.Seed, RunBranch, index));
        });
        var good = ran.Where(one => one.Figures is not null).ToArray();
        if (good.Length < options.Population)
        {
            throw new InvalidOperationException(
                $"Only {good.Length} of {count} runs under the prior gave figures, and a population takes {options.Population}. The first error: {runs.FirstError}");
        }

        var distance = new FigureDistance(observed, [.. good.Select(one => one.Figures!)]);
        Particle[] nearest =
        [
            .. good.Select(one => new Particle(one.Working, one.Figures!, distance.Of(one.Figures!)) { Weight = 1.0 / options.Population })
                .OrderBy(one => one.Distance)
                .Take(options.Population),
        ];
        records.Add(new PopulationRecord(nearest[^1].Distance, count, (double)options.Population / count, options.Population));
        return (nearest, distance);
    }

    private (IReadOnlyList<Particle>? Population, CalibrationEnd Reason) Next(IReadOnlyList<Particle> before, FigureDistance distance)
    {
        if (NextTolerance(before) is not { } tolerance)
            return (null, CalibrationEnd.Acceptance);
        var kernel = new PerturbationKernel(before);
        var reached = Reached(before);
        var branch = new EntityKey((ulong)records.Count);
        var (proposals, draws) = (RunBranch.With(branch), ProposalBranch.With(branch));
        var accepted = new List<Particle>();
        var block = Math.Max(64, options.Population / 2);
        var (attempts, started, looked) = (0L, runs.Runs, 0);
        while (accepted.Count < options.Population)
        {
            if (runs.Runs + block > options.Budget)
                return (null, CalibrationEnd.Budget);
            if (looked >= 2 * options.Population && accepted.Count < options.LeastAcceptance * looked)
                return (null, CalibrationEnd.Acceptance);
            var first = attempts;
            var ran = runs.Run(block, index =>
            {
                var draw = SeedTree.DrawOf(options.Seed, draws, first + index);
                var from = before[Ancestor(reached, draw.NextUniform())];
                var working = kernel.Move(from.Working, ref draw);
                return space.PriorDensity(working) > 0 ? (working, SeedTree.SeedOf(options.Seed, proposals, first + index)) : null;
            });
            attempts += block;
            foreach (var (working, figures) in ran)
            {
                if (accepted.Count == options.Population)
                    break;
                looked++;
                if (figures is not null && distance.Of(figures) is var far && far <= tolerance)
                    accepted.Add(new Particle(working, figures, far));
            }

            if (attempts > 100L * options.Budget)
                return (null, CalibrationEnd.Acceptance);
        }

        var weighted = Weighted(accepted, before, kernel);
        records.Add(new PopulationRecord(
            weighted.Max(one => one.Distance),
            runs.Runs - started,
            (double)options.Population / looked,
            1 / weighted.Sum(one => one.Weight * one.Weight)));
        return (weighted, default);
    }

    /// <summary>Null where every distance is the same, so that there is no smaller tolerance to ask for.</summary>
    private double? NextTolerance(IReadOnlyList<Particle> before)
    {
        var distances = before.Select(one => one.Distance).Order().ToArray();
        var wanted = Math.Max(distances[(int)(options.Shrink * (distances.Length - 1))], options.Tolerance);
        if (wanted < distances[^1])
            return wanted;
        var smaller = distances.Where(one => one < distances[^1]).ToArray();
        return smaller.Length > 0 ? smaller[^1] : null;
    }

    private Particle[] Weighted(List<Particle> accepted, IReadOnlyList<Particle> before, PerturbationKernel kernel)
    {
        var weights = new double[accepted.Count];
        Parallel.For(0, weights.Length, new ParallelOptions { MaxDegreeOfParallelism = options.Threads }, index =>
        {
            var proposal = 0.0;
            foreach (var from in before)
                proposal += from.Weight * kernel.Density(from.Working, accepted[index].Working);
            weights[index] = space.PriorDensity(accepted[index].Working) / proposal;
        });
        var total = weights.Sum();
        return [.. accepted.Select((one, index) => one with { Weight = weights[index] / total })];
    }

    private static double[] Reached(IReadOnlyList<Particle> population)
    {
        var reached = new double[population.Count];
        var sum = 0.0;
        for (var index = 0; index < reached.Length; index++)
            reached[index] = sum += population[index].Weight;
        return reached;
    }

    private static int Ancestor(double[] reached, double u)
    {
        var index = Array.BinarySearch(reached, u * reached[^1]);
        return Math.Min(index < 0 ? ~index : index, reached.Length - 1);
    }
}
