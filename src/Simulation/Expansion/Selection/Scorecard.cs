using Territory.Model.Terminals;
using Territory.Simulation.Expansion.Census;
using Territory.Simulation.Expansion.Templates;
using Territory.Simulation.Mathematics;

namespace Territory.Simulation.Expansion.Selection;

/// <summary>Ranks candidate regions by weighted criteria, each score with its raw figure and formula (选择市场打分表).</summary>
/// <remarks>
/// Figures that are shares count as they are, x 100; capacity, potential and influence are placed between the smallest and the largest of the candidates.
/// What has no data gets no score: its weight is left out and the share that is known is said.
/// </remarks>
public static class Scorecard
{
    private const double InfluenceReachMeters = 60_000;
    private const double LeastRivalDistribution = 0.05;

    private static readonly IReadOnlyDictionary<string, double> NoTerms = new Dictionary<string, double>(StringComparer.Ordinal);

    public static IReadOnlyDictionary<Criterion, double> StandardWeights { get; } = new Dictionary<Criterion, double>
    {
        [Criterion.Capacity] = 20,
        [Criterion.Potential] = 15,
        [Criterion.Typicality] = 10,
        [Criterion.Influence] = 10,
        [Criterion.Acceptance] = 10,
        [Criterion.BrandMaturity] = 7,
        [Criterion.Demand] = 7,
        [Criterion.BrandInfluence] = 7,
        [Criterion.CustomerCooperation] = 7,
        [Criterion.Execution] = 7,
    };

    /// <param name="weights">By criterion, not negative; one that is absent has the standard weight.</param>
    /// <returns>In the order of the regions.</returns>
    public static IReadOnlyList<RegionScore> Rank(IReadOnlyList<CandidateMarket> regions, MarketTemplate template, IReadOnlyDictionary<Criterion, double> weights)
    {
        var figures = regions.Select(region => Figures(region, regions, template)).ToList();
        var scores = figures.Select((own, index) => Score(regions[index].Id, own, figures, weights)).ToList();
        var order = scores.Select(score => score.Score).OrderDescending().ToList();
        return [.. scores.Select(score => score with { Rank = order.IndexOf(score.Score) + 1 })];
    }

    private static RegionScore Score(string region, IReadOnlyList<CriterionScore> own, List<IReadOnlyList<CriterionScore>> all, IReadOnlyDictionary<Criterion, double> weights)
    {
        var criteria = own.Select((criterion, index) => criterion with
        {
            Score = criterion.Figure is not { } figure ? null : criterion.Criterion <= Criterion.Potential || criterion.Criterion == Criterion.Influence
                ? Between(figure, all.Select(other => other[index].Figure).OfType<double>())
                : 100 * Math.Clamp(figure, 0, 1),
            Weight = weights.TryGetValue(criterion.Criterion, out var weight) ? weight : StandardWeights[criterion.Criterion],
        }).ToList();
        var known = criteria.Where(criterion => criterion.Score is not null).ToList();
        var knownWeight = known.Sum(criterion => criterion.Weight);
        var total = criteria.Sum(criterion => criterion.Weight);
        return new RegionScore(
            region, knownWeight > 0 ? known.Sum(criterion => criterion.Weight * criterion.Score!.Value) / knownWeight : 0, total > 0 ? knownWeight / total : 0, 0, criteria);
    }

    /// <summary>A place among the candidates; where all are alike everyone has the middle.</summary>
    private static double Between(double figure, IEnumerable<double> all)
    {
        var (least, most) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var other in all)
            (least, most) = (Math.Min(least, other), Math.Max(most, other));
        return most > least ? 100 * (figure - least) / (most - least) : 50;
    }

    private static IReadOnlyList<CriterionScore> Figures(CandidateMarket region, IReadOnlyList<CandidateMarket> regions, MarketTemplate template)
    {
        var conditions = region.Conditions;
        return
        [
            Capacity(region, template),
            Potential(region),
            Typicality(region, template),
            Influence(region, regions, template),
            Given(Criterion.Acceptance, region.Acceptance),
            Given(Criterion.BrandMaturity, conditions.BrandMaturity),
            Given(Criterion.Demand, conditions.Demand),
            Given(Criterion.BrandInfluence, conditions.BrandInfluence),
            Given(Criterion.CustomerCooperation, conditions.CustomerCooperation),
            Given(Criterion.Execution, conditions.Execution),
        ];
    }

    private static CriterionScore Capacity(CandidateMarket region, MarketTemplate template)
    {
        var estimate = CapacityEstimate.Of(region, template);
        return Computed(Criterion.Capacity, estimate.Middle, "cases/year", "median(census, equalMarket, perHead)", ("census", estimate.Census), ("equalMarket", estimate.EqualMarket), ("perHead", estimate.PerHead));
    }

    private static CriterionScore Potential(CandidateMarket region)
    {
        const string formula = "gdpPerHead x (1 + consumptionGrowth) / max(rivalDistribution, 0.05)";
        if (region.Macro is not { GdpPerHead: > 0 } macro || region.Terminals.Count == 0)
            return Computed(Criterion.Potential, null, "money/head", formula);
        var rivals = region.Terminals.Count(terminal => terminal.Rivals.Any(rival => rival.Share > 0)) / (double)region.Terminals.Count;
        return Computed(
            Criterion.Potential, macro.GdpPerHead * (1 + macro.ConsumptionGrowth) / Math.Max(rivals, LeastRivalDistribution), "money/head", formula,
            ("gdpPerHead", macro.GdpPerHead), ("consumptionGrowth", macro.ConsumptionGrowth), ("rivalDistribution", rivals));
    }

    /// <summary>1 less the total variation between the class mixes.</summary>
    private static CriterionScore Typicality(CandidateMarket region, MarketTemplate template)
    {
        const string formula = "1 - (|A - templateA| + |B - templateB| + |C - templateC|) / 2, shares of terminals";
        if (region.Terminals.Count == 0)
            return Computed(Criterion.Typicality, null, "0-1", formula);
        var terminals = (double)template.Classes.Sum(entry => entry.Terminals);
        var terms = new List<(string, double?)>();
        var difference = 0.0;
        foreach (var size in Enum.GetValues<TerminalClass>())
        {
            var (own, norm) = (region.ShareOf(size), (template.Of(size)?.Terminals ?? 0) / terminals);
            difference += Math.Abs(own - norm);
            terms.Add(($"{size}", own));
            terms.Add(($"template{size}", norm));
        }

        return Computed(Criterion.Typicality, 1 - (difference / 2), "0-1", formula, [.. terms]);
    }

    private static CriterionScore Influence(CandidateMarket region, IReadOnlyList<CandidateMarket> regions, MarketTemplate template)
    {
        const string formula = "sum over other candidates of capacity x exp(-distance / 60 km)";
        if (region.Middle is not { } middle)
            return Computed(Criterion.Influence, null, "cases/year", formula);
        var near = 0.0;
        var neighbours = 0;
        foreach (var other in regions)
        {
            if (other.Id == region.Id || other.Middle is not { } place || CapacityEstimate.Of(other, template).Middle is not { } capacity)
                continue;
            near += capacity * SharedMath.Exp(-middle.MetersTo(place) / InfluenceReachMeters);
            neighbours++;
        }

        return Computed(Criterion.Influence, near, "cases/year", formula, ("neighbours", neighbours));
    }

    private static CriterionScore Given(Criterion criterion, double? figure) => new(criterion, figure, "0-1", "as judged", NoTerms, null, 0);

    private static CriterionScore Computed(Criterion criterion, double? figure, string unit, string formula, params (string Name, double? Value)[] terms) => new(
        criterion, figure, unit, formula, terms.Where(term => term.Value is not null).ToDictionary(term => term.Name, term => term.Value!.Value, StringComparer.Ordinal), null, 0);
}
