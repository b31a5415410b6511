using System.Globalization;

namespace Territory.Optimizer.Formats;

/// <summary>The nodes of a VRPLIB file with LKH-3's PICKUP_AND_DELIVERY_SECTION: node, demand, earliest, latest, service and two columns more.</summary>
/// <remarks>
/// Of a PDPTW the two are the node of its pickup and that of its delivery, one of them 0 (Helsgaun 2017). Of a VRPMPD or VRPSPD they are the amounts that are taken to the depot and
/// brought from it, and the demand says nothing; their windows count where the TYPE ends in TW.
/// </remarks>
internal sealed class VrplibPickups(VrplibText text, int size, ProblemLog log)
{
    public const string Section = "PICKUP_AND_DELIVERY_SECTION";

    private VrplibTable? rows;

    public (InstanceStop[]? Stops, IReadOnlyList<StopPair> Pairs) Pairs(VrplibTable? places)
    {
        if (Stops(places) is not { } stops)
            return (null, []);
        (int Pickup, int Delivery)[] partners = [.. Enumerable.Range(0, size).Select(i => ((int)Cell(i, 4, 0, size, isWhole: true), (int)Cell(i, 5, 0, size, isWhole: true)))];
        if (!log.IsEmpty)
            return (null, []);
        var pairs = new PairList(log, size);
        // Node 1 is the depot and cannot be a partner: as a stop it is 0, like none.
        for (var i = 0; i < size; i++)
            pairs.Add(i, stops[i].Demand, Math.Max(0, partners[i].Pickup - 1), Math.Max(0, partners[i].Delivery - 1), rows!.Lines[i]);
        return (stops, log.IsEmpty ? pairs.Pairs(stops) : []);
    }

    public InstanceStop[]? Amounts(VrplibTable? places, int depots, bool hasWindows)
    {
        if (Stops(places) is not { } stops)
            return null;
        for (var i = 0; i < size; i++)
        {
            stops[i] = stops[i] with
            {
                Pickup = (long)Cell(i, 4, 0, InstanceLimits.LargestLoad, isWhole: true),
                Demand = (long)Cell(i, 5, 0, InstanceLimits.LargestLoad, isWhole: true),
                Early = hasWindows ? stops[i].Early : 0,
                Late = hasWindows ? stops[i].Late : InstanceLimits.LatestTime,
            };
            if (i < depots && (stops[i].Pickup != 0 || stops[i].Demand != 0))
                log.Add("vrplib.depot.demand", "A depot has no demand.", rows!.Lines[i], Section, FormattableString.Invariant($"{stops[i].Pickup} {stops[i].Demand}"));
            if (i < depots && stops[i].Service != 0)
                log.Add("vrplib.depot.service", "A depot has no service.", rows!.Lines[i], Section, FormattableString.Invariant($"{stops[i].Service}"));
        }

        return stops;
    }

    private InstanceStop[]? Stops(VrplibTable? places)
    {
        rows = text.Table(Section, "node", size, 6, isNeeded: true, -InstanceLimits.LargestLoad, InstanceLimits.LargestLoad);
        if (rows is null)
            return null;
        InstanceStop[] stops = [.. Enumerable.Range(0, size).Select(i => new InstanceStop(
            places?[i, 0] ?? 0,
            places?[i, 1] ?? 0,
            (long)Cell(i, 0, -InstanceLimits.LargestLoad, InstanceLimits.LargestLoad, isWhole: true),
            Cell(i, 1, 0, InstanceLimits.LatestTime, isWhole: false),
            Cell(i, 2, 0, InstanceLimits.LatestTime, isWhole: false),
            Cell(i, 3, 0, InstanceLimits.LatestTime, isWhole: false)))];
        for (var i = 0; i < size; i++)
        {
            if (stops[i].Early > stops[i].Late)
                log.Add("window.order", "A window must begin before it ends.", rows.Lines[i], Section, FormattableString.Invariant($"{stops[i].Early} {stops[i].Late}"));
        }

        return stops;
    }

    private double Cell(int node, int column, double least, double most, bool isWhole)
    {
        var value = rows![node, column];
        if (value >= least && value <= most && (!isWhole || value == Math.Floor(value)))
            return value;
        log.Add("vrplib.pair", FormattableString.Invariant($"Node {node + 1} needs a {(isWhole ? "whole " : "")}number from {least} to {most} in column {column + 2}."), rows.Lines[node], Section, value.ToString(CultureInfo.InvariantCulture));
        return least;
    }
}
