using Territory.Simulation.Lab.Calibration;
using Territory.Simulation.Randomness;

namespace Territory.Simulation.Tests.Lab.Calibration;

public sealed class BacktestTests
{
    private const int Cells = 6;
    private const int Weeks = 40;
    private const int FitWeeks = 26;

    private static readonly IReadOnlyList<UnknownParameter> Parameters =
        [new("level", new LogUniformPrior(10, 400)), new("growth", new UniformPrior(-0.03, 0.05))];

    private static readonly BacktestOptions Options =
        new(new CalibrationOptions { Seed = 3, Population = 200, Budget = 8_000 }, FitWeeks, Forecasts: 400);

    /// <summary>Cases of a cell and week are Poisson about level x (1 + cell / 10) x (1 + growth)^week.</summary>
    private static double[][] Growing(double[] parameters, int weeks, ulong seed) =>
    [
        .. Enumerable.Range(0, Cells).Select(cell => Enumerable.Range(0, weeks).Select(week =>
        {
            var draw = Draw.Of((long)seed, DrawPurpose.KnownAnswer, EntityKey.Of("backtest"), (cell * Weeks) + week);
            return (double)Poisson.Sample(ref draw, parameters[0] * (1 + (0.1 * cell)) * Math.Pow(1 + parameters[1], week));
        }).ToArray()),
    ];

    private static double[] Halves(double[][] weeks) =>
        [weeks.Sum(cell => cell[..(cell.Length / 2)].Sum()), weeks.Sum(cell => cell[(cell.Length / 2)..].Sum())];

    /// <summary>
    /// The right model misses by chance alone: a Poisson count of mean m by sqrt(2 / (pi m)) of it on average, here near 8 % a cell and 3 % in total, and comes
    /// within a band of 90 % about as often.
    /// </summary>
    [Fact]
    public void Run_TheModelThatMadeTheHistory_MissesByChanceAlone()
    {
        var history = Growing([60, 0.015], Weeks, 99);

        var backtest = Backtest.Run(history, Growing, Halves, Parameters, Options, null, TestContext.Current.CancellationToken);

        backtest.Coverage.ShouldBeInRange(0.82, 0.98);
        foreach (var (cell, index) in backtest.Cells.Select((cell, index) => (cell, index)))
        {
            var mean = 60 * (1 + (0.1 * index)) * Math.Pow(1.015, 33);
            cell.Mape!.Value.ShouldBe(Math.Sqrt(2 / (Math.PI * mean)), 0.04);
            cell.Weeks.Select(week => week.Week).ShouldBe(Enumerable.Range(FitWeeks, Weeks - FitWeeks));
            cell.Weeks.Select(week => week.Actual).ShouldBe(history[index][FitWeeks..]);
        }

        backtest.Total.Mape!.Value.ShouldBeLessThan(0.06);
        backtest.Total.Weeks[0].Actual.ShouldBe(history.Sum(cell => cell[FitWeeks]));
    }

    [Fact]
    public void Run_HistoryThatTurns_ShowsInErrorAndCoverage()
    {
        var history = Growing([60, 0.015], Weeks, 99);
        foreach (var cell in history)
        {
            for (var week = FitWeeks; week < Weeks; week++)
                cell[week] *= 2;
        }

        var backtest = Backtest.Run(history, Growing, Halves, Parameters, Options, null, TestContext.Current.CancellationToken);

        backtest.Coverage.ShouldBeLessThan(0.1);
        backtest.Total.Mape!.Value.ShouldBe(0.5, 0.06);
    }

    [Fact]
    public void Of_HandFigures_LeavesWeeksWithoutSalesOutOfTheMape()
    {
        var cell = CellBacktest.Of(
        [
            new WeekForecast(0, Actual: 100, Low: 80, Median: 90, High: 99),
            new WeekForecast(1, Actual: 200, Low: 190, Median: 260, High: 300),
            new WeekForecast(2, Actual: 0, Low: 0, Median: 5, High: 8),
        ]);
        cell.Mape.ShouldNotBeNull().ShouldBe((0.1 + 0.3) / 2, 1e-12);
        cell.Coverage.ShouldBe(2.0 / 3, 1e-12);
        CellBacktest.Of([new WeekForecast(2, 0, 0, 5, 8)]).Mape.ShouldBeNull();
    }

    /// <summary>The model knows the weeks it is fitted to and breaks in those it is to forecast.</summary>
    [Fact]
    public void Run_ModelThatBreaksInTheHeldOutWeeks_SaysSo()
    {
        double[][] Breaking(double[] parameters, int weeks, ulong seed)
        {
            var run = Growing(parameters, weeks, seed);
            if (weeks > FitWeeks)
                run[2][FitWeeks] = double.NaN;
            return run;
        }

        var history = Growing([60, 0.015], Weeks, 99);
        Should.Throw<InvalidOperationException>(() => Backtest.Run(history, Breaking, Halves, Parameters, Options, null, CancellationToken.None))
            .Message.ShouldContain("6 cells of 40 weeks");
    }

    /// <summary>What has been fitted by the time somebody stops it is kept, and nobody says how well it forecasts.</summary>
    [Fact]
    public void Run_CancelledAfterAPopulation_KeepsItUntried()
    {
        using var source = new CancellationTokenSource();
        var backtest = Backtest.Run(Growing([60, 0.015], Weeks, 99), Growing, Halves, Parameters, Options, new CancelAtOnce(source), source.Token);

        backtest.Posterior.End.ShouldBe(CalibrationEnd.Cancelled);
        backtest.Posterior.Sample.Count.ShouldBe(Options.Calibration.Population);
        backtest.IsTried.ShouldBeFalse();
        backtest.Total.Mape.ShouldBeNull();
    }

    [Fact]
    public void Run_ImpossibleHistory_Throws()
    {
        void Run(double[][] history, BacktestOptions options) =>
            Backtest.Run(history, Growing, Halves, Parameters, options, null, CancellationToken.None);
        Should.Throw<ArgumentException>(() => Run([], Options));
        Should.Throw<ArgumentException>(() => Run([[1, 2], [1]], Options with { FitWeeks = 1 })).Message.ShouldContain("Cell 1");
        Should.Throw<ArgumentException>(() => Run([[1, double.NaN]], Options with { FitWeeks = 1 })).Message.ShouldContain("week 1");
        Should.Throw<ArgumentException>(() => Run([[1, 2]], Options with { FitWeeks = 2 }));
    }

    private sealed class CancelAtOnce(CancellationTokenSource source) : IProgress<PopulationRecord>
    {
        public void Report(PopulationRecord value) => source.Cancel();
    }
}
