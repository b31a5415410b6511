using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Evaluation;

/// <summary>A line of a vehicle's day.</summary>
/// <param name="Client">Number of the client of a stop.</param>
/// <param name="Break">Number of a break among the type's own.</param>
/// <param name="Arrival">When the vehicle is there; a break on the road begins on arrival.</param>
/// <param name="Start">When set-up, service, reloading or the break begins.</param>
/// <param name="Done">When it is over.</param>
/// <param name="Setup">The part of it that is set-up.</param>
/// <param name="Driving">Time on the road from the start of the day, without breaks.</param>
/// <param name="Distance">From the start of the day.</param>
/// <param name="OnBoard">Load on board afterwards.</param>
public sealed record TimetableEntry(
    TimetableEntryKind Kind, int? Client, int? Break, long Arrival, long Start, long Done, long Setup, long Driving, long Distance, Load OnBoard);
