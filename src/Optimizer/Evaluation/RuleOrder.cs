namespace Territory.Optimizer.Evaluation;

/// <summary>The rules in the order in which somebody who plans a day could not give way on them.</summary>
internal static class RuleOrder
{
    private static readonly Rule[] Never = [Rule.Skill, Rule.Road];

    private static readonly Rule[] Promised =
    [
        Rule.Vehicle, Rule.Position, Rule.Relation, Rule.Alternatives, Rule.Shipment, Rule.Backhaul, Rule.Twice, Rule.VehicleTwice,
    ];

    private static readonly Rule[] Limits =
    [
        Rule.Capacity, Rule.Stops, Rule.Trips, Rule.Window, Rule.Due, Rule.Departure, Rule.Reloading, Rule.Return, Rule.Duration, Rule.Driving, Rule.Distance, Rule.Break,
    ];

    private static readonly int[] Ranks = RanksOf([.. Never, .. Promised, .. Limits]);

    /// <summary>The lower, the harder to give way on.</summary>
    public static int RankOf(Rule rule) => Ranks[(int)rule];

    public static bool IsNever(Rule rule) => RankOf(rule) < Never.Length;

    /// <summary>Whether somebody asked for it by a lock, a relation or an order of stops.</summary>
    public static bool IsPromised(Rule rule) => !IsNever(rule) && RankOf(rule) < Never.Length + Promised.Length;

    private static int[] RanksOf(Rule[] order)
    {
        var ranks = new int[Enum.GetValues<Rule>().Length];
        for (var rank = 0; rank < order.Length; rank++)
            ranks[(int)order[rank]] = rank;
        return ranks;
    }
}
