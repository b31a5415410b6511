using Territory.Model.Problems;
using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Formats;

/// <summary>The lengths of an instance with what its rules say of roads: which backhauls forbid, and a depot where open routes end, to which every way is nothing.</summary>
/// <remarks>
/// No road from a backhaul to a linehaul keeps the order of a trip. That a trip begins with a linehaul is a price on the road from a depot to a backhaul: were it closed, a backhaul that has
/// no room on any trip would find none until another linehaul has left its own by chance. What is left of such trips at last is not served (<see cref="InstanceProblem.Kept"/>).
/// </remarks>
internal sealed class InstanceRoads
{
    /// <summary>Such a road is as long as so many of the longest: more than a plan of a few stops can save by it, and not so long that the first plan's costs mislead a search of many.</summary>
    private const int MostPrice = 32;

    private readonly RoutingInstance instance;
    private readonly int[] stops;

    /// <param name="stops">The stop of each location of the lengths.</param>
    /// <exception cref="InvalidInputException">There are too many stops for a matrix, which roads that are not straight lines need.</exception>
    public InstanceRoads(RoutingInstance instance, int[] stops, int mostStops)
    {
        (this.instance, this.stops) = (instance, stops);
        if (instance.ClientCount > mostStops)
            throw new InvalidInputException(new Problem("instance.size", $"With backhauls in order or open routes a problem may have at most {mostStops} stops.", Value: $"{instance.ClientCount}"));
    }

    public static bool AreRestricted(RoutingInstance instance) => instance.IsOpen || instance.Backhauls != BackhaulOrder.Mixed;

    public ArcLengths Distances(ArcLengths lengths) =>
        Of(lengths, (int)Math.Min(ProblemData.LargestEntry, lengths.Longest * Math.Min(MostPrice, 2 * (instance.ClientCount + 1))));

    public ArcLengths Durations(ArcLengths lengths) => Of(lengths, null);

    /// <param name="price">How long a road from a depot to a backhaul is where no trip may begin with it; null: as long as it is.</param>
    private ArcLengths Of(ArcLengths lengths, int? price)
    {
        var end = instance.IsOpen ? instance.DepotCount : -1;
        var count = stops.Length + (instance.IsOpen ? 1 : 0);
        var cells = new int[count * count];
        int Old(int location) => end >= 0 && location > end ? location - 1 : location;
        for (int from = 0, cell = 0; from < count; from++)
        {
            for (var to = 0; to < count; to++, cell++)
                cells[cell] = from == end || to == end ? 0 : Length(Old(from), Old(to));
        }

        return ArcLengths.OfMatrix(cells, count);

        int Length(int from, int to)
        {
            if (instance.Backhauls == BackhaulOrder.Mixed || to < instance.DepotCount)
                return lengths.Between(from, to);
            var isBackhaul = instance.Stops[stops[to]].IsBackhaul;
            if (from < instance.DepotCount)
                return isBackhaul && price is { } dear && instance.Backhauls == BackhaulOrder.AfterLinehaul ? dear : lengths.Between(from, to);
            return !isBackhaul && instance.Stops[stops[from]].IsBackhaul ? ProblemData.NoRoad : lengths.Between(from, to);
        }
    }
}
