namespace Territory.Simulation.Lab.FieldCosts;

/// <summary>What a day on the road takes in one region: drive minutes and kilometres of a rep's visits and of vehicles' deliveries (外勤成本).</summary>
/// <remarks>
/// Times are on the road only; minutes in the store and at the drop are the caller's. Terminals are numbered as the region numbers them. Every call
/// is a pure function of its arguments.
/// </remarks>
public interface IFieldCosts
{
    /// <summary>A rep's day: from the start through so many visits and back.</summary>
    /// <param name="visits">0 costs nothing.</param>
    /// <param name="areaTerminals">
    /// How many terminals lie in the area that the day's visits are spread over: the rep's whole list where they may be anywhere in it, the day's route
    /// where neighbours are visited together. At least <paramref name="visits"/>, at most the region's.
    /// </param>
    FieldDay Visits(int visits, int areaTerminals);

    /// <summary>Deliveries of a day from the depot, by as many trips as the cases need.</summary>
    /// <param name="areaTerminals">How many terminals lie in the area that the drops are spread over; see <see cref="Visits(int, int)"/>.</param>
    FieldDay Deliveries(int drops, int cases, int areaTerminals);

    /// <summary>A rep's day of the very terminals given, each at most once. Who knows no points answers for as many of them.</summary>
    FieldDay Visits(ReadOnlySpan<int> terminals, int areaTerminals) => Visits(terminals.Length, areaTerminals);

    /// <summary>Deliveries to the very terminals given, each at most once, of so many cases each. Who knows no points answers for as many of them.</summary>
    FieldDay Deliveries(ReadOnlySpan<int> terminals, ReadOnlySpan<int> cases, int areaTerminals)
    {
        var sum = 0;
        foreach (var amount in cases)
            sum = checked(sum + amount);
        return Deliveries(terminals.Length, sum, areaTerminals);
    }
}
