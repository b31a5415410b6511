namespace Territory.Grains.Bench;

/// <summary>The claims: calls per second of the grain runtime in one process, and what an activation costs.</summary>
internal sealed class CallBenchmark(IGrainFactory grains, double scale)
{
    private const int Rounds = 5;
    private const int GrainCount = 10_000;

    private readonly long _calls = (long)(2_000_000 * scale);
    private int _nextFreshKey = 1_000_000;

    internal async IAsyncEnumerable<Measurement> Run()
    {
        var one = grains.GetGrain<IEchoGrain>(0);
        yield return await Measurement.Rate("1 caller, 1 grain, int", "calls/s", Rounds, _calls, () => Call(one, _calls));
        yield return await Measurement.Rate("1 caller, 1 grain, record", "calls/s", Rounds, _calls, () => Ask(one, _calls));

        var many = Enumerable.Range(0, GrainCount).Select(key => grains.GetGrain<IEchoGrain>(key)).ToArray();
        foreach (var callers in (int[])[8, 64, 256])
        {
            yield return await Measurement.Rate(
                $"{callers} callers, {GrainCount:N0} grains", "calls/s", Rounds, _calls, () => CallMany(many, callers, keepReferences: true));
        }

        yield return await Measurement.Rate(
            $"64 callers, {GrainCount:N0} grains, GetGrain each call", "calls/s", Rounds, _calls, () => CallMany(many, 64, keepReferences: false));

        var activations = (int)(100_000 * scale);
        var (rounds, bytes) = await Activate(activations);
        yield return new Measurement("first call to a fresh grain", "activations/s", rounds);
        yield return new Measurement("managed memory of a grain with a 230-byte record", "bytes", bytes);
    }

    private static async Task Call(IEchoGrain grain, long calls)
    {
        for (long call = 0; call < calls; call++)
            await grain.Echo((int)call);
    }

    private static async Task Ask(IEchoGrain grain, long calls)
    {
        var question = new Question(1, "text");
        for (long call = 0; call < calls; call++)
            await grain.Send(question);
    }

    private Task CallMany(IEchoGrain[] many, int callers, bool keepReferences)
    {
        var each = _calls / callers;
        return Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            // A stride coprime to the number of grains spreads each caller over all of them.
            var index = caller * 7919 % many.Length;
            for (long call = 0; call < each; call++)
            {
                index = (index + 7919) % many.Length;
                var grain = keepReferences ? many[index] : grains.GetGrain<IEchoGrain>(index);
                await grain.Echo(caller);
            }
        })));
    }

    private async Task<(List<Round> Rates, List<Round> Bytes)> Activate(int count)
    {
        var rates = new List<Round>();
        var bytes = new List<Round>();
        for (var index = 0; index < Rounds; index++)
        {
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var first = _nextFreshKey;
            _nextFreshKey += count;
            rates.Add(await Measurement.Measure(count, () => CallEach(first, count)));
            var each = (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)count;
            bytes.Add(new(each, each));
        }

        return (rates, bytes);
    }

    private async Task CallEach(int first, int count)
    {
        for (var key = first; key < first + count; key++)
            await grains.GetGrain<IEchoGrain>(key).Echo(1);
    }
}
