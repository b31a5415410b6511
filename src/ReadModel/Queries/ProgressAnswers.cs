using Territory.Model.Calendar;
using Territory.Model.Ids;

namespace Territory.ReadModel.Queries;

/// <summary>How far a planned trip has got.</summary>
public sealed record TripProgress(
    VehicleId Vehicle,
    int Trip,
    DateTimeOffset? DepartedAt,
    DateTimeOffset? ReturnedAt,
    IReadOnlyList<DropProgress> Stops);

/// <summary>A planned drop and what became of it.</summary>
/// <param name="Refusal">"None" when everything was handed over; null while nobody has been there.</param>
public sealed record DropProgress(TerminalId Terminal, TimeOfDay PlannedArrival, DateTimeOffset? ArrivedAt, bool? OnTime, string? Refusal, int? Cases);

/// <summary>How far a rep's list has got.</summary>
public sealed record ListProgress(RepId Rep, DateTimeOffset? StartedAt, DateTimeOffset? EndedAt, IReadOnlyList<CallProgress> Stops);

/// <summary>A planned call and what became of it.</summary>
public sealed record CallProgress(TerminalId Terminal, TimeOfDay PlannedArrival, DateTimeOffset? ArrivedAt, DateTimeOffset? LeftAt, bool? Productive);
