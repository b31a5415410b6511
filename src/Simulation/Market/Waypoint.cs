using Territory.Model.Geography;
using Territory.Model.Ids;

namespace Territory.Simulation.Market;

/// <summary>A place that agents travel between: an outlet, or a depot or rep's start where no terminal is named.</summary>
public readonly record struct Waypoint(GeoPoint Location, TerminalId? Terminal = null);
