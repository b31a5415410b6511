using Territory.Model.Geography;
using Territory.Model.Ids;

namespace Territory.Optimizer.Following;

/// <summary>A place that a vehicle is expected at.</summary>
public readonly record struct WatchedStop(TerminalId Terminal, GeoPoint Location);
