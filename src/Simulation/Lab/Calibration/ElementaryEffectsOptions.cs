namespace Territory.Simulation.Lab.Calibration;

/// <summary>How finely to look for what moves the answer.</summary>
/// <param name="Trajectories">Each takes one run more than there are parameters.</param>
/// <param name="Levels">Values that a parameter takes, evenly spaced in probability; an even number.</param>
public sealed record ElementaryEffectsOptions(ulong Seed, int Trajectories = 20, int Levels = 4)
{
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <exception cref="ArgumentException">A value is out of range.</exception>
    public void Validate()
    {
        if (Trajectories < 2)
            throw new ArgumentException($"A spread of effects needs at least 2 trajectories; got {Trajectories}.");
        if (Levels < 2 || Levels % 2 != 0)
            throw new ArgumentException($"Levels must be an even number of at least 2; got {Levels}.");
    }
}
