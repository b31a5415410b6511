namespace Territory.Optimizer.Formats;

/// <summary>The nodes of a VRPLIB file with their loads, windows, services, releases and prizes.</summary>
/// <remarks>Release times and prizes are PyVRP's: the trip of a node leaves no earlier than its release; a node with a prize may be left out for it, one without has to be served.</remarks>
internal sealed class VrplibStops(VrplibText text, int size, int depots, ProblemLog log)
{
    public const string Windows = "TIME_WINDOW_SECTION";
    public const string Services = "SERVICE_TIME_SECTION";
    public const string Service = "SERVICE_TIME";
    public const string Releases = "RELEASE_TIME_SECTION";
    public const string Prizes = "PRIZE_SECTION";

    /// <summary>By node, the depots first; null, with every problem noted, where they cannot be read.</summary>
    public InstanceStop[]? Read(VrplibTable? places, VrplibType type, VrplibLoads amounts)
    {
        var loads = amounts.Read(type.Backhauls != BackhaulOrder.Mixed);
        var windows = text.Table(Windows, "node", size, 2, type.HasWindows, 0, InstanceLimits.LatestTime);
        var services = Times(Services);
        var service = text.Number(Service, 0, InstanceLimits.LatestTime);
        if (windows is not null && !type.HasWindows)
            log.Add("vrplib.windows", $"A {type.Name} has no time windows; with them its TYPE ends in TW.", text.LineOf(Windows), Windows);
        for (var node = 0; node < size; node++)
        {
            if (windows is not null && windows[node, 0] > windows[node, 1])
                log.Add("window.order", "A window must begin before it ends.", windows.Lines[node], Windows, FormattableString.Invariant($"{windows[node, 0]} {windows[node, 1]}"));
            if (node < depots && services is not null && services[node] != 0)
                log.Add("vrplib.depot.service", "A depot has no service.", services.Lines[node], Services, FormattableString.Invariant($"{services[node]}"));
        }

        return loads is not var (demands, pickups) ? null : WithReleasesAndPrizes(
        [
            .. Enumerable.Range(0, size).Select(i => new InstanceStop(
                places?[i, 0] ?? 0,
                places?[i, 1] ?? 0,
                Amount(demands, i, 0),
                windows?[i, 0] ?? 0,
                windows?[i, 1] ?? InstanceLimits.LatestTime,
                services?[i] ?? (i < depots ? 0 : service))
            {
                FurtherDemand = (Amount(demands, i, 1), Amount(demands, i, 2)),
                Pickup = Amount(pickups, i, 0),
                FurtherPickup = (Amount(pickups, i, 1), Amount(pickups, i, 2)),
            }),
        ]);
    }

    public InstanceStop[] WithReleasesAndPrizes(InstanceStop[] stops)
    {
        var releases = Times(Releases);
        var prizes = text.Table(Prizes, "node", size, 1, isNeeded: false, 0, InstanceLimits.LargestCost);
        for (var depot = 0; depot < depots; depot++)
        {
            if (releases is not null && releases[depot] != 0)
                log.Add("vrplib.depot.release", "A depot has no release time.", releases.Lines[depot], Releases, FormattableString.Invariant($"{releases[depot]}"));
            if (prizes is not null && prizes[depot] != 0)
                log.Add("vrplib.depot.prize", "A depot has no prize.", prizes.Lines[depot], Prizes, FormattableString.Invariant($"{prizes[depot]}"));
        }

        return [.. stops.Select((stop, i) => stop with { Release = releases?[i] ?? 0, Prize = prizes?[i] ?? 0 })];
    }

    private VrplibTable? Times(string section) => text.Table(section, "node", size, 1, isNeeded: false, 0, InstanceLimits.LatestTime);

    private static long Amount(VrplibTable? table, int node, int dimension) => table is null || dimension >= table.Width ? 0 : (long)table[node, dimension];
}
