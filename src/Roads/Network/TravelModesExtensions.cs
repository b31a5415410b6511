using Territory.Model.Travel;

namespace Territory.Roads.Network;

public static class TravelModesExtensions
{
    public static TravelModes ToSet(this TravelMode mode) => (TravelModes)(1 << (int)mode);

    public static bool Includes(this TravelModes modes, TravelMode mode) => (modes & mode.ToSet()) != TravelModes.None;
}
