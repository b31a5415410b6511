using Territory.Simulation.Lab.Statistics;
using Territory.Simulation.Randomness;

namespace Territory.Simulation.Lab.Calibration;

/// <summary>Which assumption moves the answer: elementary effects over the whole of the priors (敏感度分析).</summary>
/// <param name="Effects">Figure by figure, in each by descending mu*.</param>
/// <param name="Failed">Trajectories that gave no figures and are left out.</param>
/// <remarks>
/// Algorithm: a trajectory starts at a random point of a grid in the unit cube of the priors' probabilities and moves one parameter after the other, in random
/// order, by D = p / (2 (p - 1)) of its range; each move gives one effect, the change divided by the move. All runs of a trajectory have the same random
/// numbers, so that what changes is the parameter. Cost: trajectories x (parameters + 1) runs.
/// Source: Morris: "Factorial sampling plans for preliminary computational experiments", 1991; mu* after Campolongo, Cariboni and Saltelli 2007.
/// </remarks>
public sealed record ElementaryEffects(IReadOnlyList<ElementaryEffect> Effects, IReadOnlyList<FailedReplication> Failed, ReplicationEnd End)
{
    private static readonly EntityKey Branch = EntityKey.Of("lab elementary effects");

    /// <param name="figures">Names of the figures in the order in which the model gives them.</param>
    /// <param name="cancellationToken">Ends with the trajectories that have finished.</param>
    /// <exception cref="ArgumentException">An option is out of range, or there is nothing to vary.</exception>
    public static ElementaryEffects Run(
        SummaryModel model,
        IReadOnlyList<UnknownParameter> parameters,
        IReadOnlyList<string> figures,
        ElementaryEffectsOptions options,
        IProgress<ReplicationProgress>? progress,
        CancellationToken cancellationToken)
    {
        options.Validate();
        if (parameters.Count == 0)
            throw new ArgumentException("A sensitivity analysis needs at least one parameter to vary.", nameof(parameters));
        var plan = new ReplicationPlan
        {
            Seed = options.Seed,
            Replications = options.Trajectories,
            Figures = [.. parameters.SelectMany(parameter => figures.Select(figure => $"{figure} by {parameter.Name}"))],
            Threads = options.Threads,
        };
        var result = ReplicationRunner.Run(
            (seed, _, token) => Trajectory(model, parameters, figures.Count, options.Levels, seed, token), plan, progress, cancellationToken);
        return new ElementaryEffects(
            [.. figures.SelectMany((figure, column) => parameters
                .Select((parameter, index) => Summed(parameter.Name, figure, result.Values((index * figures.Count) + column)))
                .OrderByDescending(effect => effect.MeanAbsolute))],
            result.Failed,
            result.End);
    }

    private static double[] Trajectory(
        SummaryModel model, IReadOnlyList<UnknownParameter> parameters, int figures, int levels, ulong seed, CancellationToken cancellationToken)
    {
        var draw = SeedTree.DrawOf(seed, Branch, 0);
        var step = levels / 2;
        var place = new int[parameters.Count];
        var direction = new int[parameters.Count];
        for (var index = 0; index < place.Length; index++)
        {
            place[index] = draw.NextInteger(levels - step);
            direction[index] = draw.NextInteger(2) == 0 ? step : -step;
            if (direction[index] < 0)
                place[index] += step;
        }

        var order = Shuffled(place.Length, ref draw);
        var effects = new double[parameters.Count * figures];
        var before = RunAt();
        foreach (var index in order)
        {
            cancellationToken.ThrowIfCancellationRequested();
            place[index] += direction[index];
            var after = RunAt();
            for (var figure = 0; figure < figures; figure++)
                effects[(index * figures) + figure] = (after[figure] - before[figure]) * (levels - 1) / direction[index];
            before = after;
        }

        return effects;

        double[] RunAt()
        {
            var given = model([.. parameters.Select((parameter, index) => parameter.Prior.Quantile((double)place[index] / (levels - 1)))], seed);
            return given.Length == figures ? given : throw new InvalidOperationException($"The model gave {given.Length} figures where {figures} are named.");
        }
    }

    private static int[] Shuffled(int count, ref Draw draw)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        for (var index = count - 1; index > 0; index--)
        {
            var other = draw.NextInteger(index + 1);
            (order[index], order[other]) = (order[other], order[index]);
        }

        return order;
    }

    private static ElementaryEffect Summed(string parameter, string figure, IReadOnlyList<double> effects)
    {
        var interval = ConfidenceInterval.Of(effects, 0.95);
        return new ElementaryEffect(
            parameter, figure, interval.Mean, effects.Count > 0 ? effects.Average(Math.Abs) : double.NaN, interval.StandardDeviation);
    }
}
