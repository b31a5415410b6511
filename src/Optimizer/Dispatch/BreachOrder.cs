using Territory.Model.Dispatch;

namespace Territory.Optimizer.Dispatch;

/// <summary>The rules of a day in the order in which it is hard to give way on them.</summary>
internal static class BreachOrder
{
    private static readonly BreachRule[] Hardest =
    [
        BreachRule.NoRoad, BreachRule.OutOfService, BreachRule.Closed, BreachRule.VehicleLimit, BreachRule.Mass, BreachRule.Volume, BreachRule.Cases,
        BreachRule.Trips, BreachRule.DepotHours, BreachRule.Window, BreachRule.Shift,
    ];

    private static readonly int[] Ranks = [.. Enum.GetValues<BreachRule>().Order().Select(rule => Array.IndexOf(Hardest, rule))];

    public static int Count => Hardest.Length;

    /// <summary>The lower, the harder to give way on.</summary>
    public static int RankOf(BreachRule rule) => Ranks[(int)rule];
}
