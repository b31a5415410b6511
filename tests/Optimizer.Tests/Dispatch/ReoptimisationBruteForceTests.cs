using Territory.Model.Dispatch;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.Optimizer.Dispatch;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Dispatch;

/// <summary>
/// Tiny days: every share of the stops among the vehicles and the tray, in every order and cut into trips, that scope and locks allow is evaluated as the day evaluates it. The run must find the most stops and, with the price of
/// moved ones, the least money.
/// </summary>
public sealed class ReoptimisationBruteForceTests
{
    private static readonly long[] Patience = [300, 2_000, 20_000];

    [Theory]
    [InlineData(RunScope.Routes, false)]
    [InlineData(RunScope.Unserved, false)]
    [InlineData(RunScope.KeepVehicles, false)]
    [InlineData(RunScope.Unlocked, false)]
    [InlineData(RunScope.Everything, false)]
    [InlineData(RunScope.Routes, true)]
    [InlineData(RunScope.Unserved, true)]
    [InlineData(RunScope.KeepVehicles, true)]
    [InlineData(RunScope.Unlocked, true)]
    [InlineData(RunScope.Everything, true)]
    public void Run_TinyDay_FindsTheOptimumOfItsScope(RunScope scope, bool hasBegun)
    {
        var (tried, better) = (0, 0);
        for (var seed = 1; tried < Draws.Of(6) || better < 2; seed++)
        {
            seed.ShouldBeLessThan(400, "no day could be bettered");
            var day = RunDay.Of(seed, stops: 5, vehicles: 2, hasBegun, isLocked: true);
            day = day with { Plan = day.Day.Evaluate(day.Plan with { Overrides = day.Plan.Overrides with { Outages = [] } }) };
            // What people bound late may stay as late; other tests look at that.
            if (day.Plan.Breaches.Any(breach => !breach.IsAllowed || breach.Rule is not (BreachRule.Window or BreachRule.Shift)))
                continue;
            VehicleId[] named = scope == RunScope.Routes ? [.. day.Day.Request.Vehicles.Skip(seed % 3 / 2).Select(vehicle => vehicle.Id)] : [];
            var movePrice = seed % 2 == 0 ? 300 : 0;
            var optimum = new RunOptimum(day, new RunChecks(day, scope, named), movePrice).Least();
            var tolerance = day.Day.Request.TravelByTime is null ? 2 : 12;
            tried++;
            better += optimum < RunOptimum.ValueOf(day, day.Plan, movePrice) ? 1 : 0;

            var found = Patience.Select(iterations => RunOptimum.ValueOf(day, day.Run(RunDay.Options(scope, seed, iterations, movePrice, named)), movePrice))
                .FirstOrDefault(value => Math.Abs(value - optimum) <= tolerance, -1);

            found.ShouldNotBe(-1, $"seed {seed}: {RunOptimum.ValueOf(day, day.Run(RunDay.Options(scope, seed, 2_000, movePrice, named)), movePrice)} and not {optimum}, from {RunOptimum.ValueOf(day, day.Plan, movePrice)}");
        }
    }
}
