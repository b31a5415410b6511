namespace Territory.Simulation.KnownAnswers.Inventory;

/// <summary>Laws of a lead time of mean 1, to show that only the mean matters.</summary>
public enum LeadTimeLaw
{
    Constant,
    Exponential,

    /// <summary>Between 0 and 2.</summary>
    Uniform,
}
