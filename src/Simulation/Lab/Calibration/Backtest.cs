using Territory.Simulation.Lab.Statistics;
using Territory.Simulation.Randomness;

namespace Territory.Simulation.Lab.Calibration;

/// <summary>A model fitted to the first weeks of history and tried on the rest (回测).</summary>
/// <param name="Cells">In the order of the history.</param>
/// <param name="Total">The sum over cells, with the band of the sum.</param>
/// <param name="Fitted">The weeks that were fitted to, likewise for the sum over cells: they show the fit and say nothing of forecasting.</param>
/// <param name="Coverage">The share of all cells' held-out weeks within their bands; near the band's own share where the model and its uncertainty are right.</param>
/// <remarks>
/// Each forecast runs the model from the first week with a parameter set of the posterior and random numbers of its own, so that the band holds what is
/// not known of the parameters and chance, and on top of both the error that the model shows in the weeks it was fitted to (<see cref="ModelError"/>). The point forecast is the median over runs.
/// </remarks>
public sealed record Backtest(
    Posterior Posterior, IReadOnlyList<CellBacktest> Cells, CellBacktest Total, IReadOnlyList<WeekForecast> Fitted, double Coverage)
{
    private static readonly EntityKey Branch = EntityKey.Of("lab backtest forecast");

    /// <summary>The model's own error in the sum over cells, which is in the band of the total.</summary>
    public required ModelError Error { get; init; }

    /// <summary>The model's own error in a cell, which is in the bands of the cells.</summary>
    public required ModelError CellError { get; init; }

    /// <param name="history">A row for each cell with a figure for each week.</param>
    /// <param name="figures">Sums up weeks, of history or of a run, in the figures that parameters are fitted by.</param>
    /// <param name="enough">Ends the fit with its last whole population, from which the forecasts are made.</param>
    /// <exception cref="ArgumentException">History has rows of several lengths or figures that are no numbers, or an option is out of range.</exception>
    /// <exception cref="InvalidOperationException">Too few runs gave figures to fit with, or a forecast failed.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before the first population, or during the forecasts.</exception>
    public static Backtest Run(
        double[][] history,
        ForecastModel model,
        Func<double[][], double[]> figures,
        IReadOnlyList<UnknownParameter> parameters,
        BacktestOptions options,
        IProgress<PopulationRecord>? progress,
        CancellationToken cancellationToken,
        CancellationToken enough = default)
    {
        var weeks = Inspect(history);
        options.Validate(weeks);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, enough);
        var posterior = PopulationMonteCarlo.Fit(
            (values, seed) => figures(model(values, options.FitWeeks, seed)),
            parameters,
            figures([.. history.Select(cell => cell[..options.FitWeeks])]),
            options.Calibration,
            progress,
            either.Token);
        cancellationToken.ThrowIfCancellationRequested();
        var runs = Forecast(model, posterior, history.Length, weeks, options, cancellationToken);
        var judged = history[..(options.Judged ?? history.Length)];
        var error = ModelError.Of(judged, runs, options.FitWeeks);
        var factors = error.Factors(runs.Length, options.Calibration.Seed);
        var cells = judged.Select((actual, cell) => CellBacktest.Of(Judge(actual, week => [.. runs.Select((run, index) => run[cell][week] * factors[index])], options.FitWeeks, options))).ToArray();
        var sums = Sum(judged, weeks);
        var sumsOfRuns = runs.Select(run => Sum(run[..judged.Length], weeks)).ToArray();
        var errorOfSum = ModelError.Of([sums], [.. sumsOfRuns.Select(run => new[] { run })], options.FitWeeks);
        var factorsOfSum = errorOfSum.Factors(runs.Length, options.Calibration.Seed);
        var total = Judge(sums, week => [.. sumsOfRuns.Select((run, index) => run[week] * factorsOfSum[index])], 0, options);
        return new Backtest(
            posterior, cells, CellBacktest.Of(total[options.FitWeeks..]), total[..options.FitWeeks], cells.Average(cell => cell.Coverage))
        {
            Error = errorOfSum,
            CellError = error,
        };
    }

    private static double[] Sum(double[][] cells, int weeks) => [.. Enumerable.Range(0, weeks).Select(week => cells.Sum(cell => cell[week]))];

    private static double[][][] Forecast(
        ForecastModel model, Posterior posterior, int cells, int weeks, BacktestOptions options, CancellationToken cancellationToken)
    {
        var seed = options.Calibration.Seed;
        var sets = posterior.Resample(options.Forecasts, seed);
        var runs = new double[options.Forecasts][][];
        var errors = new string?[options.Forecasts];
        Parallel.For(
            0,
            runs.Length,
            new ParallelOptions { MaxDegreeOfParallelism = options.Calibration.Threads, CancellationToken = cancellationToken },
            index => runs[index] = RunOne(index));
        if (Array.Find(errors, error => error is not null) is { } first)
            throw new InvalidOperationException($"A forecast with parameters of the posterior failed: {first}");
        return runs;

        double[][] RunOne(int index)
        {
            try
            {
                var run = model(sets[index], weeks, SeedTree.SeedOf(seed, Branch, index));
                if (run.Length != cells || run.Any(cell => cell.Length != weeks || !cell.All(double.IsFinite)))
                    errors[index] = $"it gave no {cells} cells of {weeks} weeks that are finite numbers.";
                return run;
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                errors[index] = $"{exception.GetType().Name}: {exception.Message}";
                return [];
            }
        }
    }

    private static WeekForecast[] Judge(double[] actual, Func<int, double[]> forecastsOf, int from, BacktestOptions options)
    {
        var equal = new double[options.Forecasts];
        Array.Fill(equal, 1.0 / options.Forecasts);
        var outside = 0.5 * (1 - options.Band);
        return [.. Enumerable.Range(from, actual.Length - from).Select(week =>
        {
            var forecasts = forecastsOf(week);
            return new WeekForecast(
                week,
                actual[week],
                Moments.Quantile(forecasts, equal, outside),
                Moments.Quantile(forecasts, equal, 0.5),
                Moments.Quantile(forecasts, equal, 1 - outside));
        })];
    }

    private static int Inspect(double[][] history)
    {
        if (history.Length == 0)
            throw new ArgumentException("A backtest needs the history of at least one cell.", nameof(history));
        for (var cell = 0; cell < history.Length; cell++)
        {
            if (history[cell].Length != history[0].Length)
                throw new ArgumentException($"Cell {cell} has {history[cell].Length} weeks where cell 0 has {history[0].Length}.", nameof(history));
            if (Array.FindIndex(history[cell], figure => !double.IsFinite(figure)) is >= 0 and var week)
                throw new ArgumentException($"Cell {cell}, week {week} is {history[cell][week]}, not a finite number.", nameof(history));
        }

        return history[0].Length;
    }
}
