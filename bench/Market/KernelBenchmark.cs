using Territory.Simulation.Lab.Sweep;

namespace Territory.Market.Benchmarks;

/// <summary>The one-product kernel: demand, stock and reorder of a million shelves, one at a time and many at a time, beside a plain copy.</summary>
internal sealed class KernelBenchmark
{
    private const int Terminals = 1_000_000;
    private const int Rounds = 12;

    /// <summary>Read and written of a terminal in four days: key, rate, s and S are read; stock, order and days to arrival are both.</summary>
    private const int BytesPerQuarter = 8 + 4 + 2 + 2 + (2 * 6);

    private readonly double[] factors = [0.93, 1.05, 1.12, 0.9];

    public void Run()
    {
        var bandwidth = CopyBytes();
        Report.Line("streaming copy, read and written (gigabytes)", bandwidth / 1e9, null);
        var scalar = Measure(scalar: true, mean: 0.8, rounds: 3);
        Report.Line("one-product kernel, one at a time (baseline), mean 0.8 units a day", scalar / 1e6, 1);
        var vector = Measure(scalar: false, mean: 0.8, Rounds);
        Report.Line("one-product kernel, many at a time, mean 0.8", vector / 1e6, vector / scalar);
        Report.Share("its share of the copy's bandwidth", vector / ShelfKernel.Days * BytesPerQuarter / bandwidth);
        var fast = Measure(scalar: false, mean: 3, Rounds);
        Report.Line("one-product kernel, many at a time, mean 3", fast / 1e6, fast / scalar);
    }

    private static double CopyBytes()
    {
        var (source, target) = (new byte[256 << 20], new byte[256 << 20]);
        return Rate.Best(6, 2.0 * source.Length, () => source.CopyTo(target, 0));
    }

    /// <summary>Terminal-days a second.</summary>
    private double Measure(bool scalar, double mean, int rounds)
    {
        var random = new Random(1);
        var rates = Enumerable.Range(0, Terminals).Select(_ => (float)(mean * (0.5 + random.NextDouble()))).ToArray();
        var kernel = new ShelfKernel(
            [.. Enumerable.Range(0, Terminals).Select(_ => (ulong)random.NextInt64())], rates,
            [.. rates.Select(rate => (ushort)Math.Ceiling(rate * 6))], [.. rates.Select(rate => (ushort)(Math.Ceiling(rate * 6) + 12))], leadDays: 3);
        var quarter = 0;
        return Rate.Best(rounds, (double)Terminals * ShelfKernel.Days, () => kernel.Run(new LabDraws(1, false), quarter++, factors, scalar));
    }
}
