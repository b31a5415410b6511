using Territory.Model.Ids;
using Territory.Model.Regions;
using Territory.Model.Reps;
using Territory.Model.Travel;

namespace Territory.Optimizer.Visits;

/// <summary>Everything a visit plan (拜访计划) of one rep and day is a function of.</summary>
public sealed record VisitPlanRequest
{
    public required PlanId Plan { get; init; }

    public required int Version { get; init; }

    public required Region Region { get; init; }

    public required RepFile Rep { get; init; }

    public required DateOnly Date { get; init; }

    /// <summary>All terminals of the rep; those that are not active are left alone. <c>Candidates[i]</c> is point i + 1 of <see cref="Travel"/>.</summary>
    public required IReadOnlyList<VisitCandidate> Candidates { get; init; }

    /// <summary>Point 0 is the rep's start, point i + 1 is <c>Candidates[i]</c>; size is the number of candidates plus one.</summary>
    public required TravelMatrix Travel { get; init; }

    /// <summary>Most calls in the day; null: as many as the shift holds.</summary>
    public int? MaxCalls { get; init; }

    public long JournalPosition { get; init; }
}
