namespace Territory.Simulation.KnownAnswers.Demand;

/// <summary>The share of a brand among two when each is only sometimes on the shelf (铺货受限份额).</summary>
/// <remarks>
/// [a (1 - b) + a b preference] / [1 - (1 - a)(1 - b)]: who finds one brand takes it, who finds both prefers the first with the given
/// probability, who finds none buys neither.
/// </remarks>
public static class AvailabilityShare
{
    public static double OfFirst(double firstAvailability, double secondAvailability, double preference) =>
        ((firstAvailability * (1 - secondAvailability)) + (firstAvailability * secondAvailability * preference))
        / (1 - ((1 - firstAvailability) * (1 - secondAvailability)));
}
