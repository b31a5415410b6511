using System.Globalization;
using Territory.Model.Problems;
using Territory.Simulation.Expansion.Outlooks;

namespace Territory.Simulation.Expansion.Waves;

/// <summary>Lists everything that keeps a problem from being planned, each with its path, before anything is searched.</summary>
public sealed class ExpansionCheck
{
    /// <summary>Rows of values and cash beyond this would not fit in memory.</summary>
    private const long MostFigures = 60_000_000;

    private readonly List<Problem> problems = [];
    private readonly ExpansionProblem problem;

    private ExpansionCheck(ExpansionProblem problem) => this.problem = problem;

    public static IReadOnlyList<Problem> Problems(ExpansionProblem problem)
    {
        var check = new ExpansionCheck(problem);
        check.Figures();
        if (check.problems.Count == 0)
        {
            check.CashWithoutStarts();
            check.RequiredRegions();
        }

        return check.problems;
    }

    public static void ThrowIfAny(ExpansionProblem problem)
    {
        if (Problems(problem) is { Count: > 0 } found)
            throw new InvalidInputException(found);
    }

    private string PathOf(int region) => problem.Regions[region].SourcePath ?? $"$.regions[{region}]";

    private void Figures()
    {
        Require(problem.Weeks >= 1, "expansion.weeks", "The horizon is at least a week.", "$.weeks", problem.Weeks);
        Require(problem.Replications >= 1, "expansion.replications", "At least one replication is needed.", "$.replications", problem.Replications);
        Require(problem.Regions.Count > 0, "expansion.regions.none", "There is no region to open.", "$.regions", null);
        Require(problem.RepsByWeek.Count >= problem.Weeks, "expansion.reps.weeks", "Trained reps are needed for every week.", "$.resources.trainedReps", problem.RepsByWeek.Count);
        Require(problem.VehiclesByWeek.Count >= problem.Weeks, "expansion.vehicles.weeks", "Vehicles are needed for every week.", "$.resources.vehicles", problem.VehiclesByWeek.Count);
        Require(Enumerable.Range(1, Math.Max(0, problem.RepsByWeek.Count - 1)).All(week => problem.RepsByWeek[week] >= problem.RepsByWeek[week - 1]), "expansion.reps.falling", "The total of reps trained so far cannot fall.", "$.resources.trainedReps", null);
        Require(problem.VehiclesByWeek.All(count => count >= 0) && problem.RepsByWeek.All(count => count >= 0), "expansion.resources.negative", "Reps and vehicles are not negative.", "$.resources.trainedReps", null);
        Require(problem.Cash.Confidence is >= 0 and <= 1, "expansion.cash.confidence", "A share of the replications, 0 to 1, is expected.", "$.resources.cash.confidence", problem.Cash.Confidence);
        Require(problem.ParallelLaunches >= 1, "expansion.parallel", "At least one region must be allowed to launch at a time.", "$.resources.parallelLaunches", problem.ParallelLaunches);
        Require(problem.LaunchWeeks >= 1, "expansion.launch-weeks", "A launch takes at least a week.", "$.resources.launchWeeks", problem.LaunchWeeks);
        Require(problem.Objective.RiskWeight is >= 0 and <= 1, "expansion.risk.weight", "A weight from 0 to 1 is expected.", "$.objective.riskWeight", problem.Objective.RiskWeight);
        Require(problem.Objective.RiskLevel is >= 0 and < 1, "expansion.risk.level", "A level from 0 to below 1 is expected.", "$.objective.riskLevel", problem.Objective.RiskLevel);
        Require(problem.Objective.DiscountPerWeek is >= 0 and <= 1, "expansion.discount", "A rate from 0 to 1 a week is expected.", "$.objective.discountPerYear", problem.Objective.DiscountPerWeek);
        Require(problem.Order.Penalty >= 0 && problem.Order.Tolerance >= 0, "expansion.order", "Penalty and tolerance are not negative.", "$.order", problem.Order.Penalty);
        Require((long)problem.Regions.Sum(region => region.Outlook.Levels.Count) * problem.Weeks * problem.Replications <= MostFigures, "expansion.size", $"Regions, levels, weeks and replications together may make {MostFigures} figures; use fewer of one.", "$.replications", problem.Replications);
        foreach (var (index, region) in problem.Regions.Index())
            Region(region, PathOf(index));
        foreach (var twice in problem.Regions.GroupBy(region => region.Id, StringComparer.Ordinal).Where(group => group.Count() > 1))
            Add("expansion.region.twice", "A region's id may be given once.", "$.regions", twice.Key);
    }

    private void Region(ExpansionRegion region, string path)
    {
        var last = region.LatestWeek ?? (problem.Weeks - 1);
        Require(region.EarliestWeek >= 0 && region.EarliestWeek <= last && last < problem.Weeks, "expansion.region.window", $"The weeks in which it may start lie within 0 to {problem.Weeks - 1}, the earliest first.", $"{path}.latestWeek", $"{region.EarliestWeek} to {last}");
        Require(double.IsFinite(region.Ease), "expansion.region.ease", "A finite number is expected.", $"{path}.ease", region.Ease);
        Require(region.Weight is >= 0 and <= 1e6, "expansion.region.weight", "A weight from 0 to 1e6 is expected.", $"{path}.weight", region.Weight);
        Require(region.Outlook.Levels.Count > 0, "expansion.region.levels", "At least one level of staffing is needed.", $"{path}.levels", null);
        foreach (var (index, level) in region.Outlook.Levels.Index())
            Level(level, $"{path}.levels[{index}]");
    }

    private void Level(StaffingOutlook level, string path)
    {
        var figures = (long)problem.Weeks * problem.Replications;
        Require(level.Reps >= 0 && level.Vehicles >= 0, "expansion.level.negative", "Reps and vehicles are not negative.", path, level.Reps);
        Require(level.NetCashMinorUnits.Length == figures, "expansion.level.cash", $"{problem.Replications} replications of {problem.Weeks} weeks are expected.", $"{path}.netCash", level.NetCashMinorUnits.Length);
        Require(level.NetCashMinorUnits.All(amount => Math.Abs(amount) < 1L << 48), "expansion.level.cash-size", "An amount of a week is beyond any sense.", $"{path}.netCash", null);
        Require(level.Handling.Length == 0 || level.Handling.Length == figures, "expansion.level.handling", $"{problem.Replications} replications of {problem.Weeks} weeks are expected.", $"{path}.handling", level.Handling.Length);
        Require(level.LeadershipAges.Length == 0 || level.LeadershipAges.Length == problem.Replications, "expansion.level.leadership", $"{problem.Replications} replications are expected.", $"{path}.leadership", level.LeadershipAges.Length);
        Require(Enumerable.Range(0, level.TrainedByAge.Count).All(age => level.TrainedByAge[age] >= (age == 0 ? 0 : level.TrainedByAge[age - 1])), "expansion.level.trained", "The total of reps trained so far cannot fall.", $"{path}.trained", null);
    }

    private void CashWithoutStarts()
    {
        var balance = problem.Cash.OpeningMinorUnits;
        for (var week = 0; week < problem.Weeks; week++)
        {
            balance = checked(balance + problem.Cash.InflowAt(week));
            if (balance >= problem.Cash.LimitMinorUnits)
                continue;
            Add("expansion.cash.below-limit", string.Create(CultureInfo.InvariantCulture, $"The balance falls below its limit of {problem.Cash.LimitMinorUnits / 100m:F2} in week {week} even if nothing is opened; raise the opening cash or lower the limit."), "$.resources.cash.opening", string.Create(CultureInfo.InvariantCulture, $"{balance / 100m:F2}"));
            return;
        }
    }

    /// <summary>A required region is refused where even every rep that could ever be trained, and every vehicle, would not do.</summary>
    private void RequiredRegions()
    {
        for (var index = 0; index < problem.Regions.Count; index++)
        {
            var region = problem.Regions[index];
            if (!region.Required)
                continue;
            var last = region.LatestWeek ?? (problem.Weeks - 1);
            var reps = problem.RepsByWeek[last] + problem.Regions.Where(other => other != region).Sum(other => other.Outlook.Levels.Max(level => Math.Max(0, level.TrainedAt(last - other.EarliestWeek) - level.Reps)));
            var vehicles = problem.VehiclesByWeek.Skip(region.EarliestWeek).Max();
            if (region.Outlook.Levels.All(level => level.Reps > reps))
                Add("expansion.required.reps", $"The region must be opened by week {last}, when at most {reps} reps can have been trained; its smallest team is larger.", $"{PathOf(index)}.required", $"{region.Outlook.Levels.Min(level => level.Reps)} reps");
            if (region.Outlook.Levels.All(level => level.Vehicles > vehicles))
                Add("expansion.required.vehicles", $"The region must be opened, and there are at most {vehicles} vehicles; its smallest team needs more.", $"{PathOf(index)}.required", $"{region.Outlook.Levels.Min(level => level.Vehicles)} vehicles");
        }

        var launches = (long)problem.ParallelLaunches * ((problem.Weeks + problem.LaunchWeeks - 1) / problem.LaunchWeeks);
        var required = problem.Regions.Count(region => region.Required);
        Require(required <= launches, "expansion.required.launches", $"At most {launches} regions can be launched one after another within the horizon; fewer may be required.", "$.resources.parallelLaunches", $"{required} required");
        var smallest = problem.Regions.Where(region => region.Required).Sum(region => region.Outlook.Levels.Min(level => level.Vehicles));
        Require(smallest <= problem.VehiclesByWeek.Take(problem.Weeks).Max(), "expansion.required.vehicles-together", $"All required regions together need {smallest} vehicles, more than there ever are.", "$.resources.vehicles", problem.VehiclesByWeek.Take(problem.Weeks).Max());
    }

    private void Require(bool holds, string code, string rule, string path, object? found)
    {
        if (!holds)
            Add(code, rule, path, found is null ? null : Convert.ToString(found, CultureInfo.InvariantCulture));
    }

    private void Add(string code, string rule, string path, string? found) => problems.Add(new Problem(code, rule, Field: path, Value: found));
}
