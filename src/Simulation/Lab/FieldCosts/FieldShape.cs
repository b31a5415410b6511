namespace Territory.Simulation.Lab.FieldCosts;

/// <summary>What a <see cref="FieldLaw"/> is linear in.</summary>
/// <param name="Haul">2 r m, in kilometres.</param>
/// <param name="Local">(n - m) / n x sqrt(n A), in kilometres; 0 where there are as many trips as stops.</param>
/// <param name="Root">sqrt(n A), in kilometres.</param>
internal readonly record struct FieldShape(double Haul, double Local, double Stops, double Root)
{
    /// <param name="squareKilometersPerTerminal">The region's area by its terminals.</param>
    public static FieldShape Of(double reachKilometers, double squareKilometersPerTerminal, int stops, int trips, int areaTerminals)
    {
        var root = Math.Sqrt((double)stops * areaTerminals * squareKilometersPerTerminal);
        return new FieldShape(2 * reachKilometers * trips, (double)Math.Max(0, stops - trips) / stops * root, stops, root);
    }
}
