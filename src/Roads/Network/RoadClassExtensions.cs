namespace Territory.Roads.Network;

public static class RoadClassExtensions
{
    public static int Count => (int)RoadClass.Ferry + 1;

    /// <summary>Who may use a road of this class where no sign says otherwise.</summary>
    public static TravelModes DefaultModes(this RoadClass roadClass) => roadClass switch
    {
        RoadClass.Motorway or RoadClass.MotorwayLink => TravelModes.Motor,
        RoadClass.Pedestrian or RoadClass.Footway or RoadClass.Path or RoadClass.Steps => TravelModes.Foot,
        RoadClass.Cycleway => TravelModes.Foot,
        _ => TravelModes.All,
    };

    public static bool IsLink(this RoadClass roadClass) => roadClass
        is RoadClass.MotorwayLink or RoadClass.TrunkLink or RoadClass.PrimaryLink or RoadClass.SecondaryLink or RoadClass.TertiaryLink;
}
