namespace Territory.Simulation.Lab.Sweep;

/// <summary>Tells how far a run of many regions is, in days.</summary>
internal sealed class RegionDays(int regions, IProgress<int>? progress)
{
    private int done;

    public void Done()
    {
        var count = Interlocked.Increment(ref done);
        if (count % regions == 0)
            progress?.Report(count / regions);
    }
}
