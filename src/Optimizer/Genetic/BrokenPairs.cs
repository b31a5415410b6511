using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Genetic;

/// <summary>How many neighbouring pairs of one solution the other does not have.</summary>
/// <remarks>Complexity: O(clients). Source: Prins (2009); Vidal (2022), with direction where the way back is another one.</remarks>
internal static class BrokenPairs
{
    public static int Between(ProblemData data, Individual a, Individual b, bool withDirection)
    {
        var broken = 0;
        for (var client = data.DepotCount; client < data.LocationCount; client++)
        {
            var next = a.Next[client];
            var previous = a.Previous[client];
            if (withDirection)
            {
                broken += next != b.Next[client] ? 1 : 0;
                broken += previous < 0 && b.Previous[client] >= 0 ? 1 : 0;
                continue;
            }

            broken += next != b.Next[client] && next != b.Previous[client] ? 1 : 0;
            broken += previous < 0 && b.Previous[client] >= 0 && b.Next[client] >= 0 ? 1 : 0;
        }

        return broken;
    }
}
