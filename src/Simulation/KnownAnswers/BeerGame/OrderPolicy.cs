namespace Territory.Simulation.KnownAnswers.BeerGame;

/// <summary>How much a stage orders at the end of a week.</summary>
public abstract record OrderPolicy
{
    /// <summary>The weight of this week's incoming order in what the stage expects; 1 expects what came last.</summary>
    public virtual double Smoothing => 1;

    /// <summary>What it would order; below 0 nothing is ordered.</summary>
    public abstract double Order(StageSituation situation);
}
