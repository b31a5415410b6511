using Territory.Model.Ids;
using Territory.Model.Quantities;

namespace Territory.Model.Plans;

/// <summary>What the plans of a day have in common: whom they are for, which version they are and where they stand.</summary>
/// <typeparam name="TSelf">The plan itself.</typeparam>
public interface IDayPlan<TSelf>
    where TSelf : class, IDayPlan<TSelf>
{
    PlanId Id { get; }

    RegionId Region { get; }

    /// <summary>Whom the plan is for: the id of a distributor or of a rep.</summary>
    string Party { get; }

    DateOnly Date { get; }

    /// <summary>Counts up with each proposal for the same party and day.</summary>
    int Version { get; }

    PlanStatus Status { get; }

    Distance Distance { get; }

    int StopCount { get; }

    /// <summary>How many were asked for and have no stop: terminals with unserved orders, or postponed visits.</summary>
    int LeftOutCount { get; }

    TSelf WithStatus(PlanStatus status);
}
