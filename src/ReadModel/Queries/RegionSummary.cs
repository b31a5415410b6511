using Territory.Model;
using Territory.Model.Geography;
using Territory.Model.Ids;

namespace Territory.ReadModel.Queries;

/// <summary>A region as a list shows it, with as many terminals as the reader may see.</summary>
public sealed record RegionSummary(RegionId Id, LocalizedText Name, GeoBounds Bounds, int Terminals, bool HasMarket);
