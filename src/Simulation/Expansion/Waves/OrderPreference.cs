namespace Territory.Simulation.Expansion.Waves;

/// <summary>Easy before hard (先易后难) as an editable preference.</summary>
/// <param name="Penalty">What a pair in the wrong order costs at a difference of 100 points of ease, in units of the objective (minor units of money, or thousandths of a week).</param>
/// <param name="Tolerance">Points of ease that count as equally easy.</param>
public sealed record OrderPreference(OrderMode Mode, double Penalty = 0, double Tolerance = 0)
{
    public static OrderPreference Free { get; } = new(OrderMode.Free);

    /// <summary>Whether two opened regions stand in the wrong order.</summary>
    public bool IsInverted(ExpansionRegion first, int firstStart, ExpansionRegion second, int secondStart) =>
        first.OrderOverride is null && second.OrderOverride is null
        && ((firstStart < secondStart && first.Ease < second.Ease - Tolerance) || (secondStart < firstStart && second.Ease < first.Ease - Tolerance));

    public double PenaltyOf(ExpansionRegion first, int firstStart, ExpansionRegion second, int secondStart) =>
        Mode == OrderMode.Penalty && IsInverted(first, firstStart, second, secondStart) ? Penalty * Math.Abs(first.Ease - second.Ease) / 100 : 0;
}
