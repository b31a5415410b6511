namespace Territory.Simulation.KnownAnswers.Adoption;

/// <summary>What a period's sales are taken for.</summary>
public enum SalesReading
{
    /// <summary>Everybody who adopted in the period: M [F(t) - F(t - 1)].</summary>
    Increment,

    /// <summary>The rate of adoption at the period's end: M f(t).</summary>
    Rate,
}
