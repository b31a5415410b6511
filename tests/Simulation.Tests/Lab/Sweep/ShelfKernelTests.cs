using Territory.Simulation.Lab.Sweep;

namespace Territory.Simulation.Tests.Lab.Sweep;

public sealed class ShelfKernelTests
{
    private static readonly double[] Factors = [1, 1, 1, 1];

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void Run_ScalarOrVector_IsTheSameToTheBit(int seed, bool antithetic)
    {
        var scalar = Of(seed, 1_003);
        var vector = Of(seed, 1_003);
        var draws = new LabDraws((ulong)seed, antithetic);
        double[] factors = [0.8, 1.3, 1.1, 0.9];
        for (var quarter = 0; quarter < 20; quarter++)
        {
            scalar.Run(draws, quarter, factors, scalar: true);
            vector.Run(draws, quarter, factors, scalar: false);
        }

        vector.Stock.ShouldBe(scalar.Stock);
        vector.OnOrder.ShouldBe(scalar.OnOrder);
        vector.DaysToArrival.ShouldBe(scalar.DaysToArrival);
        (vector.Sold, vector.Lost, vector.Received).ShouldBe((scalar.Sold, scalar.Lost, scalar.Received));
        vector.Lost.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Run_OpeningReceivedAndSold_MakeTheStock()
    {
        var kernel = Of(5, 777);
        var opening = kernel.Stock.Sum(units => (long)units);
        for (var quarter = 0; quarter < 10; quarter++)
            kernel.Run(new LabDraws(1, false), quarter, Factors, scalar: false);
        kernel.Stock.Sum(units => (long)units).ShouldBe(opening + kernel.Received - kernel.Sold);
    }

    /// <summary>Closed form: filled up to S every morning, a shelf loses E[(D - S)+] of a day's Poisson demand D.</summary>
    [Fact]
    public void Run_FilledEveryMorning_LosesWhatThePoissonLawSays()
    {
        const int terminals = 20_000;
        const int quarters = 10;
        var kernel = new ShelfKernel(
            [.. Enumerable.Range(0, terminals).Select(row => (ulong)row)], [.. Enumerable.Repeat(3f, terminals)],
            [.. Enumerable.Repeat((ushort)5, terminals)], [.. Enumerable.Repeat((ushort)5, terminals)], leadDays: 1);
        for (var quarter = 0; quarter < quarters; quarter++)
            kernel.Run(new LabDraws(1, false), quarter, Factors, scalar: false);

        double expected = 0, square = 0, probability = Math.Exp(-3);
        for (var asked = 1; asked < 60; asked++)
        {
            probability *= 3.0 / asked;
            expected += Math.Max(0, asked - 5) * probability;
            square += Math.Max(0, asked - 5) * Math.Max(0, asked - 5) * probability;
        }

        const double days = terminals * quarters * ShelfKernel.Days;
        (kernel.Lost / days).ShouldBe(expected, 3 * Math.Sqrt((square - (expected * expected)) / days));
    }

    private static ShelfKernel Of(int seed, int terminals)
    {
        var random = new Random(seed);
        var lows = Enumerable.Range(0, terminals).Select(_ => (ushort)random.Next(0, 20)).ToArray();
        return new ShelfKernel(
            [.. Enumerable.Range(0, terminals).Select(_ => (ulong)random.NextInt64())], [.. Enumerable.Range(0, terminals).Select(_ => 6 * random.NextSingle())],
            lows, [.. lows.Select(low => (ushort)(low + random.Next(1, 30)))], leadDays: 1 + random.Next(5));
    }
}
