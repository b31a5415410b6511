using Territory.Model.Dispatch;
using Territory.Optimizer.Dispatch;

namespace Territory.Optimizer.Tests.Dispatch;

public sealed class DispatchDayTests
{
    /// <summary>The planner finds its routes by the search, which prices them by joined segments; here they are timed anew from nothing but their stops.</summary>
    [Fact]
    public void Evaluate_PlanOfThePlanner_IsTheVerySamePlan()
    {
        for (var seed = 1; seed <= 40; seed++)
        {
            var request = DispatchTown.Request(seed);
            var plan = DispatchTown.Plan(request);

            var evaluated = new DispatchDay(request, DayProgress.NotBegun).Evaluate(plan);

            plan.Breaches.ShouldBeEmpty();
            PlanJson.ShouldBeAsIs(evaluated, plan, $"seed {seed}");
        }
    }
}
