namespace Territory.Simulation.Expansion.Waves;

/// <summary>The cash there is and the balance that must be kept.</summary>
/// <param name="OpeningMinorUnits">Balance before the first week.</param>
/// <param name="LimitMinorUnits">The balance is never below it at a week's end; may be negative where there is a credit line.</param>
/// <param name="InflowByWeekMinorUnits">What comes in from elsewhere each week, for example from the template market; empty: nothing.</param>
/// <param name="Confidence">The share of replications in which the limit must hold in every week; 1 is all of them.</param>
public sealed record CashRule(long OpeningMinorUnits, long LimitMinorUnits, IReadOnlyList<long> InflowByWeekMinorUnits, double Confidence = 1)
{
    public long InflowAt(int week) => InflowByWeekMinorUnits.Count == 0 ? 0 : InflowByWeekMinorUnits[Math.Min(week, InflowByWeekMinorUnits.Count - 1)];

    /// <summary>Replications that may break the limit.</summary>
    public int MostBreaches(int replications) => replications - (int)Math.Ceiling((Confidence * replications) - 1e-9);
}
