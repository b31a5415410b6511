using Territory.Demo.Geography;
using Territory.Model.Terminals;

namespace Territory.Demo.Outlets;

/// <summary>Which kinds of outlet stand where, and how much of the category each sells.</summary>
internal static class OutletKinds
{
    private static readonly TerminalKind[] Order =
    [
        TerminalKind.Grocery, TerminalKind.Convenience, TerminalKind.Supermarket, TerminalKind.Restaurant, TerminalKind.Special, TerminalKind.Wholesale, TerminalKind.Nightlife,
    ];

    private static readonly double[] InSeat = [41, 14, 8, 24, 7, 2, 4];
    private static readonly double[] InTownship = [57, 6, 8, 19, 6, 3, 1];
    private static readonly double[] InVillage = [90, 0, 2, 6, 2, 0, 0];

    public static TerminalKind Draw(SettlementRank rank, Dice dice, int number) => Order[dice.Weighted(
        rank switch
        {
            SettlementRank.CountySeat => InSeat,
            SettlementRank.Township => InTownship,
            _ => InVillage,
        },
        "outlet/kind",
        number)];

    /// <summary>Median category volume in cases a month; single outlets scatter around it by a lognormal factor.</summary>
    public static double MedianCasesPerMonth(TerminalKind kind, SettlementRank rank)
    {
        var inSeat = kind switch
        {
            TerminalKind.Grocery => 13,
            TerminalKind.Convenience => 24,
            TerminalKind.Supermarket => 70,
            TerminalKind.Restaurant => 11,
            TerminalKind.Special => 18,
            TerminalKind.Wholesale => 120,
            _ => 26,
        };
        return rank switch
        {
            SettlementRank.CountySeat => inSeat,
            SettlementRank.Township => inSeat * 0.75,
            _ => inSeat * 0.5,
        };
    }
}
