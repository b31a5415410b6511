using Territory.Model.Calendar;
using Territory.Model.Ids;
using Territory.Model.Quantities;

namespace Territory.Model.Plans;

/// <summary>One rep's visit list for one day (拜访计划), in driving order.</summary>
public sealed record VisitPlan : IDayPlan<VisitPlan>
{
    public required PlanId Id { get; init; }

    public required RegionId Region { get; init; }

    public required RepId Rep { get; init; }

    public required DateOnly Date { get; init; }

    public required int Version { get; init; }

    public required PlanStatus Status { get; init; }

    public required TimeOfDay Start { get; init; }

    public required TimeOfDay End { get; init; }

    public required IReadOnlyList<PlannedVisit> Visits { get; init; }

    public required IReadOnlyList<PostponedVisit> Postponed { get; init; }

    public required Distance Distance { get; init; }

    public required Duration Driving { get; init; }

    public required PlanProvenance Provenance { get; init; }

    string IDayPlan<VisitPlan>.Party => Rep.Value;

    int IDayPlan<VisitPlan>.StopCount => Visits.Count;

    int IDayPlan<VisitPlan>.LeftOutCount => Postponed.Count;

    VisitPlan IDayPlan<VisitPlan>.WithStatus(PlanStatus status) => this with { Status = status };
}
