using Territory.Model.Problems;
using Territory.Model.Quantities;

namespace Territory.Simulation.Expansion.Templates;

/// <summary>Freezes a market's figures into a template (固化样板).</summary>
/// <remarks>
/// Ratios are those of the last weeks, in which the market is run in; costs per rep-week and vehicle-week are means over all weeks; the launch costs are
/// divided by the terminals won. Curves are the running maximum of what was measured, so that a bad week does not become a rule.
/// </remarks>
public static class TemplateFreezing
{
    private const int RunInWeeks = 8;
    private const int CycleWeeks = 4;
    private const int DaysPerCycle = 20;

    /// <exception cref="InvalidInputException">A figure is impossible; all of them are listed.</exception>
    public static MarketTemplate Freeze(TemplateMarket market)
    {
        if (Problems(market, "$.template") is { Count: > 0 } problems)
            throw new InvalidInputException(problems);
        var terminals = market.Classes.Sum(entry => entry.Terminals);
        var runIn = market.Weeks.Skip(Math.Max(0, market.Weeks.Count - RunInWeeks)).ToList();
        var reps = runIn.Average(week => week.Reps);
        var vehicles = runIn.Average(week => week.Vehicles);
        var numeric = RunningMaximum(market.Weeks.Select(week => week.NumericDistribution));
        var visits = market.Classes.Sum(entry => (double)entry.Terminals * entry.VisitsPerCycle);
        var minutes = market.Classes.Sum(entry => entry.Terminals * entry.VisitsPerCycle * entry.MinutesPerVisit) + (visits * market.TravelMinutesPerVisit);
        var untilHighest = Array.IndexOf(numeric, numeric[^1]) + 1;
        var costs = market.SetUpCost.MinorUnits + market.Weeks.Take(untilHighest).Sum(week => week.PersonnelCost.MinorUnits + week.VehicleCost.MinorUnits + week.LaunchCost.MinorUnits);
        return new MarketTemplate
        {
            Name = market.Name,
            Classes = [.. market.Classes.OrderBy(entry => entry.Class)],
            TerminalsPerRep = terminals / reps,
            TerminalsPerVehicle = vehicles > 0 ? terminals / vehicles : double.PositiveInfinity,
            CasesPerVehicleWeek = vehicles > 0 ? runIn.Average(week => week.Cases) / vehicles : double.PositiveInfinity,
            Utilisation = minutes / (reps * DaysPerCycle * market.MinutesPerDay),
            TravelMinutesPerVisit = market.TravelMinutesPerVisit,
            MinutesPerDay = market.MinutesPerDay,
            Prices = market.Prices,
            CostPerCase = market.CostPerCase,
            NumericByWeek = [.. numeric],
            WeightedByWeek = [.. RunningMaximum(market.Weeks.Select(week => week.WeightedDistribution))],
            ShareInHandlers = runIn.Sum(week => week.Share) / runIn.Sum(week => week.WeightedDistribution),
            RivalShare = market.RivalShare,
            CasesPerTerminalWeek = runIn.Sum(week => week.Cases) / runIn.Sum(week => week.NumericDistribution * terminals),
            CasesPerHeadAndYear = market.CasesPerHeadAndYear,
            PersonnelPerRepWeek = Per(market.Weeks.Sum(week => week.PersonnelCost.MinorUnits), market.Weeks.Sum(week => week.Reps)),
            VehiclePerWeek = Per(market.Weeks.Sum(week => week.VehicleCost.MinorUnits), market.Weeks.Sum(week => week.Vehicles)),
            LaunchPerTerminal = Per(market.Weeks.Sum(week => week.LaunchCost.MinorUnits), numeric[^1] * terminals),
            CostPerDistributionPoint = Per(costs, numeric[^1] * 100),
            SetUpCost = market.SetUpCost,
            CreditWeeks = market.CreditWeeks,
            Training = market.Training,
        };
    }

    public static IReadOnlyList<Problem> Problems(TemplateMarket market, string path)
    {
        var problems = new List<Problem>();
        void Require(bool holds, string code, string rule, string field, object? found)
        {
            if (!holds)
                problems.Add(new Problem(code, rule, Field: $"{path}.{field}", Value: FormattableString.Invariant($"{found}")));
        }

        Require(market.Classes.Count > 0 && market.Classes.Sum(entry => entry.Terminals) > 0, "template.classes", "The template needs terminals of at least one class.", "classes", market.Classes.Count);
        Require(market.Classes.DistinctBy(entry => entry.Class).Count() == market.Classes.Count, "template.class.twice", "A class may be given once.", "classes", null);
        Require(market.Classes.All(entry => entry is { Terminals: >= 0, VisitsPerCycle: >= 0 and <= 28, MinutesPerVisit: >= 0 and <= 480 }), "template.class.figures", "A class has terminals, 0 to 28 visits in four weeks, and 0 to 480 minutes a visit.", "classes", null);
        Require(market.Prices.Rises, "template.prices", "Each level of the price ladder is above the one before.", "prices", market.Prices.FactoryPerCase.MinorUnits / 100.0);
        Require(market.CostPerCase >= Money.Zero, "template.cost", "A cost is not negative.", "costPerCase", market.CostPerCase.MinorUnits / 100.0);
        Require(market.Weeks.Count >= CycleWeeks, "template.weeks", $"At least {CycleWeeks} weeks are needed.", "weeks", market.Weeks.Count);
        foreach (var (index, week) in market.Weeks.Index())
        {
            Require(week.NumericDistribution is >= 0 and < 1 && week.WeightedDistribution is >= 0 and < 1, "template.distribution", "A distribution is 0 to below 1.", $"weeks[{index}]", week.NumericDistribution);
            Require(week.Share is >= 0 and <= 1, "template.share", "A share is 0 to 1.", $"weeks[{index}].share", week.Share);
            Require(week is { Cases: >= 0, Reps: >= 0, Vehicles: >= 0 } && week.PersonnelCost >= Money.Zero && week.VehicleCost >= Money.Zero && week.LaunchCost >= Money.Zero, "template.week.negative", "Cases, staff and costs of a week are not negative.", $"weeks[{index}]", null);
        }

        var runIn = market.Weeks.Skip(Math.Max(0, market.Weeks.Count - RunInWeeks)).ToList();
        Require(runIn.Sum(week => week.Reps) > 0, "template.reps", "The last weeks need at least one rep.", "weeks", null);
        Require(runIn.Sum(week => week.WeightedDistribution) > 0 && runIn.Sum(week => week.NumericDistribution) > 0, "template.no-distribution", "The last weeks have no distribution to copy.", "weeks", null);
        Require(market.RivalShare is >= 0 and < 1, "template.rival-share", "A share from 0 to below 1 is expected.", "rivalShare", market.RivalShare);
        Require(market.Training is { RepsPerWeek: >= 0 and <= 1000, DelayWeeks: >= 0 and <= 520, RepsPerRepAndWeek: >= 0 and <= 10 }, "template.training", "Reps trained are not negative (at most 1,000 a week, 10 a rep and week) and the delay is 0 to 520 weeks.", "training", null);
        Require(market.TravelMinutesPerVisit is >= 0 and <= 480, "template.travel", "0 to 480 minutes are expected.", "travelMinutesPerVisit", market.TravelMinutesPerVisit);
        Require(market.CreditWeeks is >= 0 and <= 104, "template.credit", "0 to 104 weeks are expected.", "creditWeeks", market.CreditWeeks);
        Require(market.MinutesPerDay is >= 60 and <= 960, "template.minutes", "60 to 960 minutes a day are expected.", "minutesPerDay", market.MinutesPerDay);
        return problems;
    }

    private static double[] RunningMaximum(IEnumerable<double> figures)
    {
        var highest = 0.0;
        return [.. figures.Select(figure => highest = Math.Max(highest, figure))];
    }

    private static Money Per(long minorUnits, double count) => count > 0 ? new Money((long)Math.Round(minorUnits / count)) : Money.Zero;
}
