namespace Territory.Optimizer.Search;

/// <summary>The temperature at each iteration: a row of ever longer coolings, so that a search can be stopped anywhere and its length need not be known.</summary>
/// <remarks>
/// Cooling k takes first * 2^k iterations and falls from <c>hot</c> to <c>cold</c> by the fourth power of the remaining share; later coolings start
/// less hot. The temperature depends on the iteration alone: a run ended by the clock and a run of that many iterations are the same run. Only the four
/// basic operations are used, which every machine rounds alike.
/// </remarks>
internal sealed class CoolingSchedule(double hot, double cold, long firstLength)
{
    private long start;
    private long length = firstLength;
    private double top = hot;

    public double Temperature(long iteration)
    {
        while (iteration >= start + length)
        {
            start += length;
            length *= 2;
            top = Math.Max(cold * 4, top * 0.6);
        }

        var left = 1.0 - ((double)(iteration - start) / length);
        left *= left;
        return cold + ((top - cold) * left * left);
    }
}
