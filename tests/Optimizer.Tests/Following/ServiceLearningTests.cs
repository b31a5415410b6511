using Territory.Model.Deliveries;
using Territory.Model.Ids;
using Territory.Model.Quantities;
using Territory.Optimizer.Following;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Following;

public sealed class ServiceLearningTests
{
    private static readonly ServiceLearningOptions FixedHalf = new() { HalfBelievedObservations = 4 };

    /// <summary>Too few deliveries for a spread: the median of the logarithms, times n / (n + 4), by hand.</summary>
    [Fact]
    public void From_AFewDeliveriesTwiceAsLong_IsTheClosedForm()
    {
        var learned = ServiceLearning.From([.. Enumerable.Repeat(Seen("a", 1_200, 600), 4), Seen("b", 600, 600), Seen("b", 600, 600), Seen("once", 1_200, 600)], FixedHalf);

        // exp(ln 2 x 4 / 8) = 1.414; one delivery teaches nothing.
        learned.ShouldBe([new LearnedService(new TerminalId("a"), 1_414, 4), new LearnedService(new TerminalId("b"), 1_000, 2)]);
    }

    [Fact]
    public void From_NothingButTheRule_IsTheRule()
    {
        var learned = ServiceLearning.From(Enumerable.Range(0, 40).SelectMany(outlet => Enumerable.Repeat(Seen($"t{outlet:00}", 480, 480), 5)));

        learned.Count.ShouldBe(40);
        learned.ShouldAllBe(each => each.Permille == 1_000);
    }

    /// <summary>The truth is drawn by the test: it must be nearer than the rule and nearer than each outlet's plain mean.</summary>
    [Theory]
    [InlineData(0.35, 0.3)]
    [InlineData(0.15, 0.4)]
    public void From_DrawnOutlets_BeatsTheRuleAndThePlainMean(double betweenOutlets, double withinOutlet)
    {
        var (ruleError, meanError, learnedError) = (0.0, 0.0, 0.0);
        for (var draw = 0; draw < Draws.Of(20); draw++)
        {
            var random = new Random(draw);
            var truth = new Dictionary<TerminalId, double>();
            var means = new Dictionary<TerminalId, double>();
            var seen = new List<ServiceObservation>();
            for (var i = 0; i < 60; i++)
            {
                var outlet = new TerminalId($"t{i:00}");
                truth[outlet] = Math.Exp(betweenOutlets * Normal(random));
                var count = 2 + random.Next(6);
                // A mean of one: a delivery is as often long as the outlet's truth says on average.
                var times = Enumerable.Range(0, count).Select(_ => truth[outlet] * Math.Exp((withinOutlet * Normal(random)) - (withinOutlet * withinOutlet / 2))).ToList();
                means[outlet] = times.Average();
                seen.AddRange(times.Select(times => new ServiceObservation(outlet, new Duration((int)(600 * times)), new Duration(600))));
            }

            var learned = ServiceLearning.From(seen).ToDictionary(each => each.Terminal, each => each.Permille / 1_000.0);
            learned.Count.ShouldBe(60);
            ruleError += truth.Values.Sum(factor => Math.Abs(Math.Log(factor)));
            meanError += truth.Sum(pair => Math.Abs(Math.Log(means[pair.Key] / pair.Value)));
            learnedError += truth.Sum(pair => Math.Abs(Math.Log(learned[pair.Key] / pair.Value)));
        }

        learnedError.ShouldBeLessThan(0.95 * ruleError);
        learnedError.ShouldBeLessThan(0.95 * meanError);
    }

    [Fact]
    public void From_OneWildDelivery_MovesTheOutletLessThanItsMean()
    {
        var random = new Random(11);
        List<ServiceObservation> Deliveries(int wild) =>
        [
            .. Enumerable.Range(0, 30).SelectMany(outlet => Enumerable.Range(0, 8).Select(i => Seen(
                $"t{outlet:00}", outlet == 0 && i < wild ? 3_600 : 500 + (((outlet * 31) + (i * 57)) % 200), 600))),
        ];

        double Of(int wild) => ServiceLearning.From(Deliveries(wild), FixedHalf)[0].Permille;

        // The plain mean of eight goes up by (3,600 - 600) / 8 / 600, that is by 625 thousandths.
        (Of(1) - Of(0)).ShouldBeInRange(0, 100);
    }

    [Fact]
    public void From_TheSameDeliveriesMore_IsFurtherFromTheRule()
    {
        double After(int deliveries) => ServiceLearning.From(Enumerable.Repeat(Seen("a", 1_500, 600), deliveries), FixedHalf)[0].Permille;

        double[] figures = [After(2), After(4), After(8), After(16)];

        figures.ShouldBe(figures.Order());
        figures[^1].ShouldBeLessThan(2_500);
    }

    private static ServiceObservation Seen(string terminal, int taken, int rule) => new(new TerminalId(terminal), new Duration(taken), new Duration(rule));

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
