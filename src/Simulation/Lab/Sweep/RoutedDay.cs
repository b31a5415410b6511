using Territory.Simulation.Lab.FieldCosts;

namespace Territory.Simulation.Lab.Sweep;

/// <summary>How many stops of a list, from the first on, fit into a day whose roads are known.</summary>
/// <remarks>By bisection: a longer list is taken to take longer, which holds for all but a route's last minutes. Complexity: log n days asked for.</remarks>
internal static class RoutedDay
{
    /// <param name="rows">The census rows of the stops.</param>
    public static int CallsThatFit(IFieldCosts roads, ReadOnlySpan<int> rows, int areaTerminals, double minutes, double perStop)
    {
        var (least, most) = (0, rows.Length);
        while (least < most)
        {
            var middle = least + ((most - least + 1) / 2);
            if (roads.Visits(rows[..middle], areaTerminals).DriveMinutes + (middle * perStop) <= minutes)
                least = middle;
            else
                most = middle - 1;
        }

        return least;
    }

    /// <param name="cases">Of each stop.</param>
    /// <param name="minutes">Of all vehicles together.</param>
    public static int DropsThatFit(
        IFieldCosts roads, ReadOnlySpan<int> rows, ReadOnlySpan<int> cases, int areaTerminals, double minutes, double perStop)
    {
        var (least, most) = (0, rows.Length);
        while (least < most)
        {
            var middle = least + ((most - least + 1) / 2);
            if (roads.Deliveries(rows[..middle], cases[..middle], areaTerminals).DriveMinutes + (middle * perStop) <= minutes)
                least = middle;
            else
                most = middle - 1;
        }

        return least;
    }
}
