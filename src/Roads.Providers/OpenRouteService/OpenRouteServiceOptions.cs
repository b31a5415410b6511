using Territory.Model.Travel;
using Territory.Roads.Providers.Services;

namespace Territory.Roads.Providers.OpenRouteService;

/// <summary>How to reach an openrouteservice. The address stands before <c>/v2/matrix</c>: <c>https://api.openrouteservice.org</c>, or <c>http://HOST:8080/ors</c> for one's own.</summary>
/// <remarks>
/// Limits: 2,500 pairs a request unless the service is configured otherwise ("maximum_routes"; the public one takes 3,500 and a few dozen requests a
/// minute). The public service needs a key; one's own needs none.
/// </remarks>
public sealed record OpenRouteServiceOptions : RoutingServiceOptions
{
    public OpenRouteServiceOptions()
    {
        MaxPairsPerRequest = 2500;
        Profiles = new Dictionary<TravelMode, string>
        {
            [TravelMode.Car] = "driving-car",
            [TravelMode.Van] = "driving-car",
            [TravelMode.Motorbike] = "driving-car",
            [TravelMode.Foot] = "foot-walking",
        };
    }

    public override string Name => "openrouteservice";
}
