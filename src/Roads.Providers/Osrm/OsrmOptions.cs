using Territory.Model.Travel;
using Territory.Roads.Providers.Services;

namespace Territory.Roads.Providers.Osrm;

/// <summary>How to reach an OSRM-compatible routing service. The address stands before <c>/table/v1</c>; one process of it usually serves one profile.</summary>
/// <remarks>Limits: 100 points a request unless the service is configured otherwise ("max-table-size").</remarks>
public sealed record OsrmOptions : RoutingServiceOptions
{
    public OsrmOptions()
    {
        Profiles = new Dictionary<TravelMode, string>
        {
            [TravelMode.Car] = "driving",
            [TravelMode.Van] = "driving",
            [TravelMode.Motorbike] = "driving",
            [TravelMode.Foot] = "foot",
        };
    }

    public override string Name => "osrm";
}
