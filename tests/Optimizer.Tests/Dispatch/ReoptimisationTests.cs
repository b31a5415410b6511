using Territory.Model.Dispatch;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.Optimizer.Dispatch;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Dispatch;

/// <summary>What holds of every run: locks, what has left, what the scope leaves alone, and that it is no worse than before.</summary>
public sealed class ReoptimisationTests
{
    private static readonly RunScope[] Scopes = Enum.GetValues<RunScope>();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Run_RandomDays_ChangesNothingThatIsLockedOrHasLeft(bool hasBegun)
    {
        var changed = 0;
        for (var seed = 1; seed <= Draws.Of(120); seed++)
        {
            var day = RunDay.Of(seed, stops: 14, vehicles: 4, hasBegun, isLocked: true);
            var scope = Scopes[seed % Scopes.Length];
            VehicleId[] named = scope == RunScope.Routes ? [.. day.Day.Request.Vehicles.Where((_, i) => (seed >> i & 1) == 1).Select(vehicle => vehicle.Id)] : [];

            var plan = day.Run(RunDay.Options(scope, seed, iterations: 80, movePrice: seed % 3 == 0 ? 500 : 0, named));

            new RunChecks(day, scope, named).Verify(plan, $"seed {seed} {scope}");
            changed += PlanChanges.Between(day.Plan, plan).Moved.Count;
        }

        changed.ShouldBeGreaterThan(100);
    }
}
