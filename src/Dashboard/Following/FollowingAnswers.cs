using Territory.Contracts.Following;
using Territory.Model.Following;
using Territory.Model.Ids;
using Territory.Model.Plans;

namespace Territory.Dashboard.Following;

/// <summary>The deliveries of a day as they go, as far as the reader may see them.</summary>
/// <param name="Now">Seconds of the day, as all times of day.</param>
/// <param name="Next">The plans of the next working day that wait for a decision, and those that could not be made.</param>
public sealed record FollowingAnswer(
    DateOnly Date,
    Model.Calendar.TimeOfDay Now,
    IReadOnlyList<LateRisk> LateRisks,
    IReadOnlyList<DistributorFollowing> Distributors,
    IReadOnlyList<VehicleSeen> Seen,
    IReadOnlyList<FleetNotice> Notices,
    IReadOnlyList<NextDayAnswer> Next);

/// <summary>How planning the next working day stands for a distributor.</summary>
/// <param name="Version">Of the proposal; null where none could be made, for the reason in <paramref name="RefusalCode"/>.</param>
/// <param name="Unserved">What the proposal could not do, by reason.</param>
public sealed record NextDayAnswer(
    DistributorId Distributor,
    DateOnly Date,
    int? Version,
    int Stops,
    IReadOnlyList<UnservedCount> Unserved,
    string? RefusalCode,
    IReadOnlyDictionary<string, string>? Detail);

public sealed record UnservedCount(UnservedReason Reason, int Count);

/// <summary>A dispatcher has seen a notice.</summary>
public sealed record AcknowledgeRequest(CommandId CommandId);

/// <summary>Ends the delivery day of a distributor.</summary>
public sealed record CloseDayRequest(CommandId CommandId, DistributorId Distributor);
