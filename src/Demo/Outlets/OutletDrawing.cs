using Territory.Demo.Company;
using Territory.Demo.Geography;
using Territory.Model.Ids;
using Territory.Model.Quantities;
using Territory.Model.Terminals;
using Territory.Simulation.Mathematics;
using Territory.Simulation.Randomness;

namespace Territory.Demo.Outlets;

/// <summary>What an outlet does not state about itself, drawn by its kind: volume, class by volume, range.</summary>
internal static class OutletDrawing
{
    private const double LogVolumeSpread = 0.85;
    private const double ShareOfClassA = 0.10;
    private const double ShareOfClassB = 0.30;

    public static Cases Volume(TerminalKind kind, SettlementRank rank, Dice dice, int number)
    {
        var draw = dice.For("outlet/volume", number);
        var factor = SharedMath.Exp(LogVolumeSpread * Normal.Sample(ref draw));
        return new Cases(Math.Max(2, (int)Math.Round(OutletKinds.MedianCasesPerMonth(kind, rank) * factor)));
    }

    /// <summary>The class of each outlet by rule: the tenth with the largest volume is A, the next three tenths B.</summary>
    public static TerminalClass[] Classes(IReadOnlyList<Cases> volumes)
    {
        var lastA = (int)Math.Round(volumes.Count * ShareOfClassA);
        var lastB = (int)Math.Round(volumes.Count * (ShareOfClassA + ShareOfClassB));
        var classes = new TerminalClass[volumes.Count];
        foreach (var (rank, number) in Enumerable.Range(0, volumes.Count).OrderByDescending(number => volumes[number].Count).ThenBy(number => number).Index())
            classes[number] = rank < lastA ? TerminalClass.A : rank < lastB ? TerminalClass.B : TerminalClass.C;
        return classes;
    }

    /// <summary>Everyone takes the leading products of the list more readily than the tail; larger outlets take more of them.</summary>
    public static List<ProductId> Range(TerminalClass size, Dice dice, int number)
    {
        var wanted = size switch { TerminalClass.A => 24, TerminalClass.B => 17, _ => 11 } + (int)dice.Between(-2, 4, "outlet/range", number);
        return
        [
            .. ProductList.All
                .Select((product, index) => (product.Id, Rank: index + dice.Between(0, 26, $"outlet/listing/{index}", number), Index: index))
                .OrderBy(candidate => candidate.Rank)
                .Take(wanted)
                .OrderBy(candidate => candidate.Index)
                .Select(candidate => candidate.Id),
        ];
    }

    /// <summary>Fills in what outlets of a real region do not state.</summary>
    public static IReadOnlyList<TerminalFile> Complete(IReadOnlyList<TerminalFile> outlets, Dice dice)
    {
        var volumes = outlets.Select((outlet, number) =>
            outlet.CategoryVolumePerMonth > Cases.Zero ? outlet.CategoryVolumePerMonth : Volume(outlet.Kind, SettlementRank.CountySeat, dice, number)).ToList();
        var classes = Classes(volumes);
        return
        [
            .. outlets.Select((outlet, number) =>
            {
                var size = outlet.ClassBasis == ClassBasis.ByHand ? outlet.Class : classes[number];
                return outlet with
                {
                    Class = size,
                    CategoryVolumePerMonth = volumes[number],
                    ListedProducts = outlet.ListedProducts.Count > 0 ? outlet.ListedProducts : Range(size, dice, number),
                };
            }),
        ];
    }
}
