using Territory.Dashboard.Clock;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.Model.Visits;
using Territory.ReadModel.Queries;

namespace Territory.Dashboard.Field;

/// <summary>A rep's day with the steps of a call (拜访八步骤).</summary>
public sealed record RepDayAnswer(
    RepId Rep,
    DateOnly Date,
    DateTimeOffset Now,
    VisitPlan? Plan,
    IReadOnlyList<RepStop> Stops,
    IReadOnlyList<VisitStepDefinition> Protocol)
{
    public static RepDayAnswer Of(RepDay day, RegionTime time) => new(day.Rep, day.Date, time.Now, day.Plan, day.Stops, VisitProtocol.EightSteps.Steps);
}
