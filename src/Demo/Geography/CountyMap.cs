using Territory.Model.Geography;
using Territory.Roads.Network;

namespace Territory.Demo.Geography;

/// <summary>The finished geography: roads with map features, and the settlements on them.</summary>
internal sealed record CountyMap(GeoPoint Origin, RoadNetwork Roads, IReadOnlyList<Settlement> Settlements)
{
    public Settlement Seat => Settlements[0];
}
