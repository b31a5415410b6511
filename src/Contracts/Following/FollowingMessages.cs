using Territory.Model.Calendar;
using Territory.Model.Deliveries;
using Territory.Model.Following;
using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.Model.Quantities;
using Territory.Model.Travel;

namespace Territory.Contracts.Following;

/// <summary>A stop that will be late, or whose vehicle came too late and is still there.</summary>
[GenerateSerializer, Immutable, Alias("territory.LateRisk")]
public sealed record LateRisk(
    [property: Id(0)] DistributorId Distributor,
    [property: Id(1)] VehicleId Vehicle,
    [property: Id(2)] StopForecast Stop);

/// <summary>How one distributor's published plan goes on.</summary>
[GenerateSerializer, Immutable, Alias("territory.DistributorFollowing")]
public sealed record DistributorFollowing(
    [property: Id(0)] DistributorId Distributor,
    [property: Id(1)] int PlanVersion,
    [property: Id(2)] IReadOnlyList<RouteForecast> Routes);

/// <summary>Where a vehicle was seen last on the day.</summary>
[GenerateSerializer, Immutable, Alias("territory.VehicleSeen")]
public sealed record VehicleSeen(
    [property: Id(0)] VehicleId Vehicle,
    [property: Id(1)] TimeOfDay At,
    [property: Id(2)] GeoPoint Location);

/// <summary>Which day, and the region's time now; on another day than that of its time all is as it was planned or ended.</summary>
[GenerateSerializer, Immutable, Alias("territory.FollowDay")]
public sealed record FollowDay(
    [property: Id(0)] DateOnly Date,
    [property: Id(1)] DateTimeOffset Now);

/// <summary>A region's deliveries of a day as they go (跟踪).</summary>
/// <param name="LateRisks">The latest first.</param>
/// <param name="Notices">The newest first; at most so many as are kept.</param>
[GenerateSerializer, Immutable, Alias("territory.FleetFollowing")]
public sealed record FleetFollowing(
    [property: Id(0)] DateOnly Date,
    [property: Id(1)] TimeOfDay Now,
    [property: Id(2)] IReadOnlyList<LateRisk> LateRisks,
    [property: Id(3)] IReadOnlyList<DistributorFollowing> Distributors,
    [property: Id(4)] IReadOnlyList<VehicleSeen> Seen,
    [property: Id(5)] IReadOnlyList<FleetNotice> Notices);

/// <summary>A dispatcher has seen a notice. It is as short-lived as the positions behind it and not journaled.</summary>
[GenerateSerializer, Immutable, Alias("territory.AcknowledgeNotice")]
public sealed record AcknowledgeNotice(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] int Number) : ICommand;

/// <summary>One kept position of a track.</summary>
[GenerateSerializer, Immutable, Alias("territory.TrackFix")]
public readonly record struct TrackFix(
    [property: Id(0)] TimeOfDay At,
    [property: Id(1)] GeoPoint Location);

/// <summary>Where a vehicle was on a day, as far as it is kept.</summary>
[GenerateSerializer, Immutable, Alias("territory.VehicleTrack")]
public sealed record VehicleTrack(
    [property: Id(0)] VehicleId Vehicle,
    [property: Id(1)] TravelMode Mode,
    [property: Id(2)] IReadOnlyList<TrackFix> Fixes);

/// <summary>The tracks of which day.</summary>
[GenerateSerializer, Immutable, Alias("territory.AskForTracks")]
public sealed record AskForTracks(
    [property: Id(0)] DateOnly Date);

/// <summary>The tracks of a region's day; none where they are not kept.</summary>
[GenerateSerializer, Immutable, Alias("territory.FleetTracks")]
public sealed record FleetTracks(
    [property: Id(0)] DateOnly Date,
    [property: Id(1)] IReadOnlyList<VehicleTrack> Tracks);

/// <summary>Whose deliveries, before which day.</summary>
[GenerateSerializer, Immutable, Alias("territory.AskForLessons")]
public sealed record AskForLessons(
    [property: Id(0)] DistributorId Distributor,
    [property: Id(1)] DateOnly Before);

/// <summary>How long deliveries at an outlet took, against the distributor's rule and what the next plan will use; each a mean over the same deliveries.</summary>
/// <param name="IsLearned">Whether there are deliveries enough for the next plan to use what they taught; otherwise it goes by the rule.</param>
[GenerateSerializer, Immutable, Alias("territory.OutletLesson")]
public sealed record OutletLesson(
    [property: Id(0)] TerminalId Terminal,
    [property: Id(1)] int Deliveries,
    [property: Id(2)] Duration Rule,
    [property: Id(3)] Duration Taken,
    [property: Id(4)] Duration Next,
    [property: Id(5)] bool IsLearned);

/// <summary>How stops that began in an hour of the day, and the ways that ended in it, went against the published plans; times are means.</summary>
/// <param name="Legs">Ways from the planned place before.</param>
[GenerateSerializer, Immutable, Alias("territory.HourLesson")]
public sealed record HourLesson(
    [property: Id(0)] int Hour,
    [property: Id(1)] int Deliveries,
    [property: Id(2)] Duration PlannedService,
    [property: Id(3)] Duration Service,
    [property: Id(4)] int Legs,
    [property: Id(5)] Duration PlannedTravel,
    [property: Id(6)] Duration Travel);

/// <summary>What deliveries have taught of the time at a distributor's outlets.</summary>
/// <param name="Deliveries">That it was learned from.</param>
/// <param name="RuleError">By how much the distributor's rule missed them on average, in thousandths of the time taken (MAPE); null without deliveries.</param>
/// <param name="LearnedError">The same of the learned times, on the same deliveries.</param>
/// <param name="Compared">Every outlet that was delivered to, by id.</param>
/// <param name="Hours">The hours in which stops were made, in order.</param>
/// <param name="HasLearnedSpeeds">Whether the roads' times come from tracks, as far as there were any.</param>
/// <param name="IsMarket">Whether a simulated market makes the evening's plans, which go by the rule.</param>
[GenerateSerializer, Immutable, Alias("territory.ServiceLessons")]
public sealed record ServiceLessons(
    [property: Id(0)] IReadOnlyList<LearnedService> Outlets,
    [property: Id(1)] int Deliveries,
    [property: Id(2)] int? RuleError,
    [property: Id(3)] int? LearnedError,
    [property: Id(4)] IReadOnlyList<OutletLesson> Compared,
    [property: Id(5)] IReadOnlyList<HourLesson> Hours,
    [property: Id(6)] bool HasLearnedSpeeds,
    [property: Id(7)] bool IsMarket);
