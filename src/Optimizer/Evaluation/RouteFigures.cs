namespace Territory.Optimizer.Evaluation;

/// <summary>The sums of one route.</summary>
/// <param name="Driving">Time on the road.</param>
/// <param name="Service">Set-up and service time.</param>
/// <param name="Start">The departure.</param>
/// <param name="Finish">The return.</param>
public readonly record struct RouteFigures(long Distance, long Driving, long Service, int Stops, long Start, long Finish, CostTerms Terms)
{
    public long Duration => Finish - Start;

    public long Cost => Terms.Total;
}
