using Territory.Model.Travel;
using Territory.Roads.Providers.Services;

namespace Territory.Roads.Providers.Valhalla;

/// <summary>How to reach a Valhalla routing service. The address stands before <c>/sources_to_targets</c>; profiles are its costing models.</summary>
/// <remarks>Limits: 2,500 pairs a request unless the service is configured otherwise ("max_matrix_location_pairs"); it lists sources and targets apart.</remarks>
public sealed record ValhallaOptions : RoutingServiceOptions
{
    public ValhallaOptions()
    {
        MaxPairsPerRequest = 2500;
        MaxPointsPerRequest = 1000;
        Profiles = new Dictionary<TravelMode, string>
        {
            [TravelMode.Car] = "auto",
            [TravelMode.Van] = "truck",
            [TravelMode.Motorbike] = "motorcycle",
            [TravelMode.Foot] = "pedestrian",
        };
    }

    public override string Name => "valhalla";
}
