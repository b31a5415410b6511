namespace Territory.Roads.Network;

/// <summary>A turn restriction in the builder's terms: way numbers, and either one via node or a chain of via ways, in any order.</summary>
public sealed record WayRestriction(
    bool IsMandatory, int FromWay, int? ViaNode, IReadOnlyList<int> ViaWays, int ToWay, TravelModes AppliesTo)
{
    /// <summary>As in <see cref="TurnRestriction.HeavierThanTenKilograms"/>.</summary>
    public ushort HeavierThanTenKilograms { get; init; }

    /// <summary>As in <see cref="TurnRestriction.Schedule"/>.</summary>
    public WeeklySchedule? Schedule { get; init; }
}
