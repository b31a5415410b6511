using Territory.Model.Problems;
using Territory.Simulation.Lab.Calibration;
using Territory.Simulation.Lab.Setup;

namespace Territory.Simulation.Lab.Scenarios.Fitting;

/// <summary>Fits a scenario's parameters to the deliveries of a real market (校准) and tries the fit on weeks held out (回测).</summary>
/// <remarks>
/// Deliveries are what every market has on paper. Parameters are fitted by what they say of it in blocks of two weeks: cases delivered, terminals that
/// got their first goods, and how unevenly the squares of the map were supplied. Method: see <see cref="PopulationMonteCarlo"/>.
/// </remarks>
public sealed class MarketFit
{
    private const int WeeksPerBlock = 2;
    private const int LeastWeeks = 4;
    private const int LongestSilenceDays = 14;

    private readonly ScenarioParameters scenario;
    private readonly IReadOnlyList<UnknownParameter> parameters;
    private readonly MarketFitOptions options;
    private readonly WeekGridPlaces places;
    private readonly WeekGrid observed;
    private readonly int weeks;
    private readonly int unknown;
    private readonly int outside;
    private int runs;
    private bool isForecasting;

    /// <exception cref="InvalidInputException">The history does not reach, or nothing of it is of the census.</exception>
    public MarketFit(ScenarioParameters scenario, IReadOnlyList<Delivery> history, IReadOnlyList<UnknownParameter> parameters, MarketFitOptions options)
    {
        (this.scenario, this.parameters, this.options) = (scenario, parameters, options);
        var setup = scenario.Read.Setup;
        weeks = setup.Days / 7;
        if (weeks < LeastWeeks || options.HeldOutWeeks < 1 || options.HeldOutWeeks > weeks - WeeksPerBlock)
        {
            throw new InvalidInputException(new Problem(
                "fit.weeks", $"The scenario's days are the history's: at least {LeastWeeks} weeks, and fewer held out than are left to fit {WeeksPerBlock} to.", Field: "days", Value: $"{setup.Days}"));
        }

        places = new WeekGridPlaces(setup, options.SquareKilometres);
        (observed, unknown, outside) = Count(history, scenario.Read, places, weeks);
    }

    /// <summary>Runs of the scenario so far, those of the forecasts among them; read by anyone while it goes on.</summary>
    public int Runs => Volatile.Read(ref runs);

    /// <summary>The fit is done, and the weeks held out are forecast.</summary>
    public bool IsForecasting => Volatile.Read(ref isForecasting);

    /// <param name="enough">Ends the fit with its last whole population, from which the forecasts are made.</param>
    /// <exception cref="OperationCanceledException">Cancelled, or ended before the first population.</exception>
    public MarketFitResult Run(IProgress<PopulationRecord>? progress, CancellationToken cancellationToken, CancellationToken enough = default)
    {
        var backtest = Backtest.Run(
            observed.Rows,
            Model,
            rows => FitFigures.Of(rows, places.Squares.Count, WeeksPerBlock),
            parameters,
            new BacktestOptions(options.Calibration, weeks - options.HeldOutWeeks, options.Forecasts, options.Band) { Judged = places.Squares.Count },
            progress,
            cancellationToken,
            enough);
        var regions = scenario.Read.Setup.Regions;
        return new MarketFitResult(backtest, places.Squares, weeks, unknown, outside)
        {
            Terminals = regions.Sum(region => region.Terminals.Count),
            Uncounted = regions.Sum(region => region.Terminals.Shelves?.Counted.Count(counted => !counted) ?? 0),
        };

        double[][] Model(double[] values, int modelWeeks, ulong seed)
        {
            if (modelWeeks == weeks)
                Volatile.Write(ref isForecasting, true);
            var changed = scenario.SetupWith(values) with { Days = modelWeeks * 7 };
            var grid = new WeekGrid(changed, places, modelWeeks);
            LabSimulator.Run(changed, new LabRunOptions(seed, Threads: 1, CancellationToken: cancellationToken) { Deliveries = grid });
            Interlocked.Increment(ref runs);
            return grid.Rows;
        }
    }

    private static (WeekGrid Grid, int Unknown, int Outside) Count(IReadOnlyList<Delivery> history, ReadScenario scenario, WeekGridPlaces places, int weeks)
    {
        var setup = scenario.Setup;
        var rows = new Dictionary<string, (int Region, int Row)>(StringComparer.Ordinal);
        var several = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, ids) in scenario.TerminalIds.Index())
        {
            foreach (var (row, id) in ids.Index())
            {
                if (!rows.TryAdd(id, (index, row)))
                    several.Add(id);
            }
        }

        if (history.Select(delivery => delivery.Terminal).FirstOrDefault(several.Contains) is { } unclear)
            throw new InvalidInputException(new Problem("fit.terminal-twice", "Several regions have a terminal of this id, so that nobody knows which one was delivered to; make ids differ.", Field: "regions", Value: unclear));

        var grid = new WeekGrid(setup, places, weeks);
        var (unknown, outside) = (0, 0);
        foreach (var delivery in history.OrderBy(delivery => delivery.Date))
        {
            var day = delivery.Date.DayNumber - setup.FirstDay.DayNumber;
            if (day < 0 || day >= weeks * 7)
                outside++;
            else if (rows.TryGetValue(delivery.Terminal, out var place))
                grid.Delivered(place.Region, place.Row, day, delivery.Cases);
            else
                unknown++;
        }

        if (unknown + outside == history.Count)
        {
            throw new InvalidInputException(new Problem(
                "fit.history", $"None of {history.Count} deliveries is to a terminal of the census within the scenario's {weeks} weeks from {setup.FirstDay:yyyy-MM-dd}: {unknown} to others, {outside} outside."));
        }

        var end = setup.FirstDay.AddDays(weeks * 7);
        var last = history.Where(delivery => delivery.Date < end).Max(delivery => delivery.Date);
        if (end.DayNumber - last.DayNumber > LongestSilenceDays)
        {
            throw new InvalidInputException(new Problem(
                "fit.history-ends", $"The history ends on {last:yyyy-MM-dd}, and weeks that nobody wrote down would be taken for weeks without a case; let days end with it: {(last.DayNumber - setup.FirstDay.DayNumber + 7) / 7 * 7}.", Field: "days", Value: $"{setup.Days}"));
        }

        return (grid, unknown, outside);
    }
}
