namespace Territory.Grains.Plans;

/// <summary>Counts publications of plans in this process, so that whoever follows plans asks the read model only after one.</summary>
internal sealed class PlanBoard
{
    private long publications = 1;

    public long Publications => Interlocked.Read(ref publications);

    public void Published() => Interlocked.Increment(ref publications);
}
