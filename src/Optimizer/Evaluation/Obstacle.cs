namespace Territory.Optimizer.Evaluation;

/// <summary>What keeps a vehicle from serving a stop, at the place on its day where it is easiest to give way.</summary>
/// <param name="Vehicle">Number of the vehicle; of several unused ones alike, the first.</param>
/// <param name="Rules">
/// Every rule that the insertion would break, those first that a dispatcher could not change: skills, exclusions and roads; then locks, relations and orders; then load, windows and working time. Empty where
/// only the price of the stop keeps it out.
/// </param>
/// <param name="CostDelta">What serving it there would add to the cost if those rules were relaxed by their amounts.</param>
public sealed record Obstacle(int Vehicle, IReadOnlyList<Violation> Rules, long CostDelta)
{
    /// <summary>The first binding rule and by how much it would have to be relaxed, in the unit that <see cref="Evaluation.Rule"/> says.</summary>
    public Violation? First => Rules.Count > 0 ? Rules[0] : null;

    /// <summary>How hard it is to give way here, against other places and vehicles.</summary>
    public Relaxation Relaxation { get; init; }
}
