using Territory.Simulation.Mathematics;

namespace Territory.Simulation.Lab.FieldCosts;

/// <summary>Fits the laws of <see cref="ApproximateFieldCosts"/> to days that the optimiser planned.</summary>
/// <remarks>
/// Algorithm: least squares in which a day counts by the inverse of what the law gives for it, so that short days matter as much as long ones; that is solved
/// again four times. Weighing by what the optimiser gave instead would make every law too low. A law whose haul or local constant comes out negative, or is
/// not determined, is fitted anew with fewer constants. Cost: two plans a day.
/// </remarks>
public static class FieldCostFitting
{
    private const int Rounds = 5;

    /// <summary>Which constants are fitted, the first that works: haul, local, per stop.</summary>
    private static readonly int[][] LawAttempts = [[0, 1, 2], [0, 1], [0, 2], [1, 2], [0], [1], [2]];

    /// <summary>Fixed, per root.</summary>
    private static readonly int[][] RootAttempts = [[0, 1], [1], [0]];

    /// <param name="threads">Days planned at once; the fit is the same for any number.</param>
    /// <exception cref="ArgumentException">The sampling is out of range.</exception>
    /// <exception cref="OperationCanceledException">Someone cancelled.</exception>
    public static ApproximateFieldCosts Fit(
        FieldPlaces places, ExactFieldCosts exact, FieldDaySampling sampling, int threads, CancellationToken cancellationToken)
    {
        sampling.Validate();
        var days = new SampledDay[sampling.Days];
        var visits = new FieldDay[sampling.Days];
        var deliveries = new FieldDay[sampling.Days];
        Parallel.For(0, days.Length, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken }, number =>
        {
            var day = sampling.Draw(places, number);
            days[number] = day;
            visits[number] = exact.Visits(day.Terminals, day.AreaTerminals);
            deliveries[number] = exact.Deliveries(day.Terminals, day.Cases, day.AreaTerminals);
        });
        var visitShapes = Shapes(places, days, _ => 1);
        var deliveryShapes = Shapes(places, days, day => (int)Math.Max(1, (day.Cases.Sum(amount => (long)amount) + exact.VehicleCases - 1) / exact.VehicleCases));
        return new ApproximateFieldCosts(
            places,
            exact.VehicleCases,
            new FieldCostFits(
                Fit(visitShapes, [.. visits.Select(day => day.DriveMinutes)]),
                Fit(visitShapes, [.. visits.Select(day => day.Kilometers)]),
                Fit(deliveryShapes, [.. deliveries.Select(day => day.DriveMinutes)]),
                Fit(deliveryShapes, [.. deliveries.Select(day => day.Kilometers)])));
    }

    /// <summary>The shape of each day, with the reach of its own terminals and with the region's.</summary>
    private static (FieldShape Own, FieldShape Mean)[] Shapes(FieldPlaces places, SampledDay[] days, Func<SampledDay, int> tripsOf)
    {
        var perTerminal = places.Scale.AreaSquareKilometers / places.Count;
        var reach = places.ReachKilometers.ToArray();
        return [.. days.Select(day =>
        {
            var trips = tripsOf(day);
            FieldShape At(double kilometers) => FieldShape.Of(kilometers, perTerminal, day.Terminals.Length, trips, day.AreaTerminals);
            return (At(day.Terminals.Average(terminal => reach[terminal])), At(places.Scale.ReachKilometers));
        })];
    }

    private static FieldCostFit Fit((FieldShape Own, FieldShape Mean)[] shapes, double[] costs)
    {
        int[] fitted = [.. Enumerable.Range(0, costs.Length).Where(day => day % FieldDaySampling.HeldOutEvery != FieldDaySampling.HeldOutEvery - 1)];
        int[] held = [.. Enumerable.Range(0, costs.Length).Except(fitted).Where(day => costs[day] > 0)];
        FieldShape[] known = [.. fitted.Select(day => shapes[day].Own)];
        double[] values = [.. fitted.Select(day => costs[day])];
        var three = Solve([[.. known.Select(one => one.Haul)], [.. known.Select(one => one.Local)], [.. known.Select(one => one.Stops)]], values, LawAttempts);
        var two = Solve([[.. known.Select(_ => 1.0)], [.. known.Select(one => one.Root)]], values, RootAttempts);
        var law = new FieldLaw(three[0], three[1], three[2]);
        var (mape, worst, bias) = Errors(day => law.Of(shapes[day].Own));
        var (mapeOfCounts, _, _) = Errors(day => law.Of(shapes[day].Mean));
        var (mapeOfRoots, _, biasOfRoots) = Errors(day => two[0] + (two[1] * shapes[day].Own.Root));
        return new FieldCostFit(
            law, fitted.Length, held.Length, mape, worst, bias, mapeOfCounts, new FieldRootLaw(two[0], two[1], mapeOfRoots, biasOfRoots));

        (double Mape, double Worst, double Bias) Errors(Func<int, double> costOf)
        {
            if (held.Length == 0)
                return default;
            double[] errors = [.. held.Select(day => Math.Abs(costOf(day) - costs[day]) / costs[day])];
            return (errors.Average(), errors.Max(), (held.Sum(costOf) / held.Sum(day => costs[day])) - 1);
        }
    }

    /// <summary>The constants of the first attempt that the days determine and in which the first two are not negative; 0 for those left out.</summary>
    /// <param name="terms">What each constant is multiplied by, day by day.</param>
    private static double[] Solve(double[][] terms, double[] costs, int[][] attempts)
    {
        if (costs.All(cost => cost == 0))
            return new double[terms.Length];
        foreach (var constants in attempts)
        {
            if (Solve(terms, costs, constants) is { } solved && solved[0] >= 0 && solved[1] >= 0)
                return solved;
        }

        throw new InvalidOperationException("The sampled days do not determine any law of field costs; sample days of different sizes.");
    }

    private static double[]? Solve(double[][] terms, double[] costs, int[] constants)
    {
        // A day for which the law says next to nothing must not outweigh all others.
        var least = 0.05 * costs.Average();
        var weights = new double[costs.Length];
        Array.Fill(weights, 1);
        var all = new double[terms.Length];
        for (var round = 0; round < Rounds; round++)
        {
            double[][] columns = [.. constants.Select(constant => terms[constant].Select((term, day) => weights[day] * term).ToArray())];
            if (LinearLeastSquares.Solve(columns, [.. costs.Select((cost, day) => weights[day] * cost)]) is not { } solved)
                return null;
            for (var index = 0; index < constants.Length; index++)
                all[constants[index]] = solved[index];
            for (var day = 0; day < weights.Length; day++)
                weights[day] = 1 / Math.Max(least, constants.Sum(constant => all[constant] * terms[constant][day]));
        }

        return all;
    }
}
