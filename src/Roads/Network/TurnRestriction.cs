namespace Territory.Roads.Network;

/// <summary>A turn that is forbidden, or the only one allowed (转向限制), in segments of the network.</summary>
/// <param name="IsMandatory">True: from <paramref name="FromSegment"/> only this turn is allowed; false: this turn is forbidden.</param>
/// <param name="FromSegment">The segment that ends at the first via node.</param>
/// <param name="ViaNode">The network node where the from segment ends.</param>
/// <param name="ViaSegments">The chain of segments in between, empty when the turn is at one node.</param>
/// <param name="ToSegment">The segment that is entered last.</param>
/// <param name="AppliesTo">The modes that must obey.</param>
public sealed record TurnRestriction(
    bool IsMandatory, int FromSegment, int ViaNode, IReadOnlyList<int> ViaSegments, int ToSegment, TravelModes AppliesTo)
{
    /// <summary>Only vehicles heavier than this must obey, in units of 10 kg; 0: all of <see cref="AppliesTo"/>.</summary>
    public ushort HeavierThanTenKilograms { get; init; }

    /// <summary>When it is in force; null: always.</summary>
    public WeeklySchedule? Schedule { get; init; }
}
