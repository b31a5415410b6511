using Territory.Roads.Network;

namespace Territory.Roads.Osm;

/// <summary>What the access tags of a way say, before its one-way direction.</summary>
/// <param name="Forward">Who may go along the node order.</param>
/// <param name="Backward">Who may go against it.</param>
/// <param name="Destination">Who may use it only to get to something on it.</param>
/// <param name="Rules">What opens or closes it at some hours or to heavy vehicles.</param>
internal sealed record WayAccess(TravelModes Forward, TravelModes Backward, TravelModes Destination, IReadOnlyList<WayRule> Rules);
