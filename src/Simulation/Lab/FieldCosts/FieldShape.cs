namespace Territory.Simulation.Lab.FieldCosts;

/// <summary>What a <see cref="FieldLaw"/> is linear in.</summary>
/// <param name="Haul">2 r m, in kilometres.</param>
/// <param name="Local">(n - m) / n x sqrt(n A), in kilometres; 0 where there are as many trips as stops.</param>
internal readonly record struct FieldShape(double Haul, double Local, double Stops)
{
    /// <param name="squareKilometersPerTerminal">The region's area by its terminals.</param>
    public static FieldShape Of(double reachKilometers, double squareKilometersPerTerminal, int stops, int trips, int areaTerminals) => new(
        2 * reachKilometers * trips,
        (double)Math.Max(0, stops - trips) / stops * Math.Sqrt((double)stops * areaTerminals * squareKilometersPerTerminal),
        stops);
}
