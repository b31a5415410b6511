using Territory.Model.Ids;

namespace Territory.Model.Dispatch;

/// <summary>What people have fixed, held back and allowed on a day (人工干预); each version of a plan carries what it was made under.</summary>
public sealed record DayOverrides
{
    public static DayOverrides None { get; } = new();

    /// <summary>Against whom the whole day is locked; null: not at all.</summary>
    public LockStrength? Day { get; init; }

    public IReadOnlyList<VehicleLock> Vehicles { get; init; } = [];

    public IReadOnlyList<StopLock> Stops { get; init; } = [];

    public IReadOnlyList<HeldOrder> Held { get; init; } = [];

    /// <summary>Orders that are stops of their own, apart from others of the same outlet (拆单).</summary>
    public IReadOnlyList<OrderId> Apart { get; init; } = [];

    public IReadOnlyList<OvertimeAllowance> Overtime { get; init; } = [];

    public IReadOnlyList<LatenessAllowance> Lateness { get; init; } = [];

    public IReadOnlyList<OverloadAllowance> Overload { get; init; } = [];

    public IReadOnlyList<VehicleOutage> Outages { get; init; } = [];

    public IReadOnlyList<Crew> Crews { get; init; } = [];
}
