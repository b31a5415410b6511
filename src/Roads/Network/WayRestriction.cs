namespace Territory.Roads.Network;

/// <summary>A turn restriction in the builder's terms: way numbers, and either one via node or a chain of via ways.</summary>
public sealed record WayRestriction(
    bool IsMandatory, int FromWay, int? ViaNode, IReadOnlyList<int> ViaWays, int ToWay, TravelModes AppliesTo);
