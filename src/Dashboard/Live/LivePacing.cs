namespace Territory.Dashboard.Live;

/// <summary>How often and how much is sent to one client.</summary>
internal static class LivePacing
{
    public static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);

    /// <summary>Between frames while many items move in view.</summary>
    public static readonly TimeSpan BusyInterval = TimeSpan.FromMilliseconds(250);

    public const int BusyMovers = 500;

    /// <summary>A frame is sent at least this often, as a sign of life and for the clock.</summary>
    public static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(1);

    /// <summary>A client that acknowledges later than this starts anew with a snapshot.</summary>
    public static readonly TimeSpan SnapshotAfter = TimeSpan.FromSeconds(10);

    /// <summary>A client that acknowledges nothing for so long is closed.</summary>
    public static readonly TimeSpan CloseAfter = TimeSpan.FromSeconds(30);

    /// <summary>Totals depend on the time of day too: a drop falls due without an event.</summary>
    public static readonly TimeSpan TotalsAge = TimeSpan.FromSeconds(10);

    /// <summary>How long a lost connection's state waits for its client.</summary>
    public static readonly TimeSpan ParkFor = TimeSpan.FromMinutes(2);

    public const int MaxParked = 500;

    public const int MaxPlanChanges = 500;

    /// <summary>At most 250 kB a second and client, of which base64 leaves three quarters.</summary>
    private const int BytesPerSecond = 250_000 * 3 / 4;

    /// <summary>At most so many outlets out of view are told a second.</summary>
    public const int OutletsAside = 1_000;

    /// <summary>Progress is made even when movers use up the budget.</summary>
    private const int LeastOutlets = 64;

    /// <summary>How many outlets fit in a frame beside its movers; the rest stay for the next one.</summary>
    public static int OutletsBeside(int moverBytes, TimeSpan interval) =>
        Math.Max(LeastOutlets, (int)((BytesPerSecond * interval.TotalSeconds) - moverBytes) / FrameRecords.OutletBytes);
}
