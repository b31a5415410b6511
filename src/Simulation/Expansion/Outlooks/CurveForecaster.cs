using Territory.Simulation.Expansion.Census;
using Territory.Simulation.Mathematics;

namespace Territory.Simulation.Expansion.Outlooks;

/// <summary>Outlooks from the template's own curves, with uncertain parameters and no simulated days: quick, closed and as good as the likeness of the region to the template.</summary>
/// <remarks>
/// Distribution: proportional hazards (Cox 1972) against the template, D(a) = 1 - (1 - D_template(a))^(r s), where r is staff against the template's
/// ratios to the power of the effort elasticity (a terminal is taken up in proportion to calls, as in the adoption rule) and s the speed drawn for the
/// replication; past the template's last week the curve stays. Share: weighted distribution x share among handlers x velocity x
/// ((1 - rival) / (1 - rival of the template))^resistance, at most 1. Cases: share x category volume, which grows from the start on.
/// Cash: factory price less cost of a case, paid after the credit weeks, less reps, vehicles, launch cost of each terminal won and the set-up.
/// Leadership: the first week in which our share is over what is left to the largest rival, who loses in proportion like all others.
/// Draws: of (seed, region or all regions, replication), so that levels share their draws and all regions the common part.
/// </remarks>
/// <param name="EffortElasticity">1: hazards are proportional to calls.</param>
/// <param name="RivalResistance">0: a strong rival does not slow our sales where we are carried.</param>
public sealed record CurveForecaster(OutlookUncertainty Uncertainty, double EffortElasticity = 1, double RivalResistance = 1) : IRegionForecaster
{
    private const double WeeksPerYear = 52;
    private const double LeastVelocity = 0.25;
    private const double MostVelocity = 4;

    public RegionOutlook Forecast(ForecastRequest request, CancellationToken cancellationToken = default)
    {
        var rival = new RivalMap(request.Region).Leader?.Share ?? 0;
        return new RegionOutlook(request.Region.Id, request.Weeks, request.Replications, [.. Team.Of(request).Select(team => Level(request, team, rival))]);
    }

    private StaffingOutlook Level(ForecastRequest request, Team team, double rival)
    {
        var cash = new long[request.Replications * request.Weeks];
        var handling = new float[request.Replications * request.Weeks];
        var leadership = new int[request.Replications];
        for (var replication = 0; replication < request.Replications; replication++)
        {
            var row = replication * request.Weeks;
            leadership[replication] = Replication(request, replication, team, rival, cash.AsSpan(row, request.Weeks), handling.AsSpan(row, request.Weeks));
        }

        return new StaffingOutlook
        {
            Level = team.Level,
            Reps = team.Reps,
            Vehicles = team.Vehicles,
            StaffingRatio = team.Ratio,
            TrainedByAge = [.. Enumerable.Range(0, request.Weeks).Select(age => request.Template.Training.FromRegion(team.Reps, age))],
            NetCashMinorUnits = cash,
            Handling = handling,
            LeadershipAges = leadership,
        };
    }

    private int Replication(ForecastRequest request, int replication, Team team, double rival, Span<long> cash, Span<float> handling)
    {
        var template = request.Template;
        var world = StateOfTheWorld.Draw(request, replication, Uncertainty);
        var hazard = SharedMath.Pow(team.Ratio, EffortElasticity) * world.Speed;
        var resisted = Math.Clamp(SharedMath.Pow((1 - Math.Min(rival, 0.99)) / (1 - template.RivalShare), RivalResistance), LeastVelocity, MostVelocity);
        var velocity = template.ShareInHandlers * resisted * world.Velocity;
        var cost = world.Cost;
        var staff = ((team.Reps * template.PersonnelPerRepWeek.MinorUnits) + (team.Vehicles * template.VehiclePerWeek.MinorUnits)) * cost;
        var category = request.Region.CasesPerMonth * 12 / WeeksPerYear;
        var growth = 1 + (request.Region.Macro?.ConsumptionGrowth ?? 0);
        var ownBefore = request.Region.OwnShare;
        var leads = StaffingOutlook.Never;
        var before = 0.0;
        for (var age = 0; age < cash.Length; age++)
        {
            var point = Math.Min(age, template.NumericByWeek.Length - 1);
            var handlers = request.Fit.Terminals * (1 - SharedMath.Pow(1 - template.NumericByWeek[point], hazard));
            var share = Math.Min(1, (1 - SharedMath.Pow(1 - template.WeightedByWeek[point], hazard)) * velocity);
            var cases = Math.Max(0, share - ownBefore) * category * SharedMath.Pow(growth, age / WeeksPerYear);
            var spent = staff + (cases * template.CostPerCase.MinorUnits)
                + (Math.Max(0, handlers - before) * template.LaunchPerTerminal.MinorUnits * cost) + (age == 0 ? template.SetUpCost.MinorUnits * cost : 0);
            cash[age] -= (long)Math.Round(spent);
            if (age + template.CreditWeeks < cash.Length)
                cash[age + template.CreditWeeks] += (long)Math.Round(cases * template.Prices.FactoryPerCase.MinorUnits);
            handling[age] = (float)handlers;
            before = Math.Max(before, handlers);
            if (leads == StaffingOutlook.Never && share > 0 && share > rival * (1 - share) / Math.Max(1e-9, 1 - ownBefore))
                leads = age;
        }

        return leads;
    }
}
