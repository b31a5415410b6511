using Territory.Simulation.Expansion.Census;
using Territory.Simulation.Expansion.Templates;

namespace Territory.Simulation.Expansion.Selection;

/// <summary>Market capacity (市场容量) in cases a year, three ways and their spread; any of them null where its data are missing.</summary>
/// <param name="Census">The census's category volume.</param>
/// <param name="EqualMarket">The template's consumption per head x population.</param>
/// <param name="PerHead">Population x consumption per head.</param>
public sealed record CapacityEstimate(double? Census, double? EqualMarket, double? PerHead)
{
    /// <summary>The middle of the estimates there are.</summary>
    public double? Middle
    {
        get
        {
            var known = Known();
            return known.Length == 0 ? null : known.Length % 2 == 1 ? known[known.Length / 2] : (known[(known.Length / 2) - 1] + known[known.Length / 2]) / 2;
        }
    }

    /// <summary>The largest over the smallest; far from 1 means that somebody's figures are wrong.</summary>
    public double? Spread => Known() is { Length: > 1 } known && known[0] > 0 ? known[^1] / known[0] : null;

    public static CapacityEstimate Of(CandidateMarket region, MarketTemplate? template) => new(
        region.CasesPerMonth > 0 ? region.CasesPerMonth * 12 : null,
        region.Macro is { Population: > 0 } macro && template?.CasesPerHeadAndYear is { } perHead ? macro.Population * perHead : null,
        region.Macro is { Population: > 0 } people && region.Consumers is { CasesPerHeadAndYear: > 0 } consumers ? people.Population * consumers.CasesPerHeadAndYear : null);

    private double[] Known() => [.. new[] { Census, EqualMarket, PerHead }.OfType<double>().Order()];
}
