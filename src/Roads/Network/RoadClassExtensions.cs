using Territory.Model.Travel;
using Territory.Roads.Profiles;

namespace Territory.Roads.Network;

public static class RoadClassExtensions
{
    public static int Count => (int)RoadClass.Ferry + 1;

    /// <summary>Who may use a road of this class where no sign says otherwise, by the profiles that come with the program. On a ferry that is people on foot: most untagged ones are passenger boats.</summary>
    public static TravelModes DefaultModes(this RoadClass roadClass)
    {
        var modes = TravelModes.None;
        foreach (var mode in Enum.GetValues<TravelMode>())
            modes |= TravelProfile.For(mode).Access.Opens(roadClass) ? mode.ToSet() : TravelModes.None;
        return modes;
    }

    public static bool IsLink(this RoadClass roadClass) => roadClass
        is RoadClass.MotorwayLink or RoadClass.TrunkLink or RoadClass.PrimaryLink or RoadClass.SecondaryLink or RoadClass.TertiaryLink;
}
