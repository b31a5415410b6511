using System.Globalization;
using System.Text;

namespace Territory.Optimizer.Tests.Samples;

/// <summary>A small drawn VRPLIB file of one depot, and its optimum by brute force on the figures that were drawn: every split of the stops, every order, every cut into trips.</summary>
internal sealed class DrawnVrplib
{
    private const int Clients = 5;
    private const int Size = Clients + 1;
    private const int Vehicles = 2;
    private const int DayEnd = 600;
    private const double Slack = 1e-9;

    private readonly string type;
    private readonly double[] x;
    private readonly double[] y;
    private readonly int[] demand;
    private readonly int[] second;
    private readonly int[] pickup;
    private readonly int[] early;
    private readonly int[] width;
    private readonly int[] release;
    private readonly int[] prize;
    private readonly int[] group;
    private readonly int capacity;
    private readonly int limit;

    public DrawnVrplib(string type, int seed)
    {
        this.type = type;
        var random = new Random(seed);
        int[] Draw(int least, int beyond) => [.. Enumerable.Range(0, Size).Select(_ => random.Next(least, beyond))];
        (x, y) = ([.. Draw(0, 100)], [.. Draw(0, 100)]);
        (demand, second, pickup) = (Draw(1, 6), Draw(1, 6), Draw(1, 6));
        (early, width, release, prize) = (Draw(0, 200), Draw(80, 300), Draw(0, 150), Draw(5, 120));
        (capacity, limit) = (random.Next(7, 12), random.Next(200, 400));
        // Two groups of two and a stop of its own, which any draw decides.
        group = [1, 2, 3, 2, 4, 3];
        for (var node = 0; node < Size; node++)
        {
            pickup[node] = Has("VRPB") ? random.Next(2) == 0 ? pickup[node] : 0 : Has("VRPSPD") || Has("VRPMPD") ? pickup[node] : 0;
            demand[node] = node == 0 || (Has("VRPB") && pickup[node] > 0) ? 0 : demand[node];
            release[node] = node > 0 && type == "MTVRPTWR" && random.Next(2) == 0 ? release[node] : 0;
            prize[node] = node > 0 && type == "PCVRPTW" && random.Next(3) > 0 ? prize[node] : 0;
        }

        pickup[0] = 0;
    }

    private bool HasWindows => type.Contains("TW", StringComparison.Ordinal);

    private bool HasSecond => type == "CVRP";

    private int MostTrips => type == "MTVRPTWR" ? 3 : 1;

    private bool Has(string part) => type.StartsWith(part, StringComparison.Ordinal);

    public string Text()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"NAME : drawn\nTYPE : {type}\nDIMENSION : {Size}\nVEHICLES : {Vehicles}\nEDGE_WEIGHT_TYPE : EUC_2D\n");
        text.Append(HasSecond ? "" : FormattableString.Invariant($"CAPACITY : {capacity}\n"));
        void Section(string name, int count, Func<int, object> row)
        {
            text.Append(name).Append("_SECTION\n");
            for (var i = 0; i < count; i++)
                text.Append(CultureInfo.InvariantCulture, $"{i + 1} {row(i)}\n");
        }

        Section("NODE_COORD", Size, i => FormattableString.Invariant($"{x[i]} {y[i]}"));
        if (Has("VRPMPD"))
            Section("PICKUP_AND_DELIVERY", Size, i => i == 0 ? $"0 0 {DayEnd} 0 0 0" : $"99 {early[i]} {early[i] + width[i]} 10 {pickup[i]} {demand[i]}");
        else
            AppendLoads(text, Section);
        if (type == "OVRP")
            text.Append(CultureInfo.InvariantCulture, $"DISTANCE : {limit}\nSERVICE_TIME : 10\n");
        if (type == "MTVRPTWR")
        {
            text.Append(CultureInfo.InvariantCulture, $"VEHICLES_MAX_RELOADS : {MostTrips - 1}\nVEHICLES_MAX_DURATION : {limit}\n");
            Section("RELEASE_TIME", Size, i => release[i]);
            Section("VEHICLES_RELOAD_DEPOT", Vehicles, _ => 1);
        }

        if (type == "PCVRPTW")
            Section("PRIZE", Size, i => prize[i]);
        if (type == "GVRP")
            Section("MUTUALLY_EXCLUSIVE_GROUP", Size, i => group[i]);
        return text.Append("DEPOT_SECTION\n1\n-1\nEOF\n").ToString();
    }

    /// <summary>Over every split of the stops among the vehicles and those left out; infinite where there is none.</summary>
    public double Optimum()
    {
        var cheapest = new double[1 << Clients];
        for (var set = 1; set < cheapest.Length; set++)
        {
            int[] members = [.. Enumerable.Range(1, Clients).Where(node => (set >> (node - 1) & 1) == 1)];
            cheapest[set] = Orders(members).SelectMany(Cuts).Select(CostOfDay).DefaultIfEmpty(double.PositiveInfinity).Min();
        }

        var best = double.PositiveInfinity;
        for (var split = 0; split < (int)Math.Pow(Vehicles + 1, Clients); split++)
        {
            var sets = new int[Vehicles + 1];
            for (int client = 0, rest = split; client < Clients; client++, rest /= Vehicles + 1)
                sets[rest % (Vehicles + 1)] |= 1 << client;
            best = Math.Min(best, cheapest[sets[0]] + cheapest[sets[1]] + CostOfAbsence(sets[Vehicles]));
        }

        return best;
    }

    private void AppendLoads(StringBuilder text, Action<string, int, Func<int, object>> section)
    {
        // LKH-3 lists the nodes whose demand is a pickup; PyVRP gives every node both amounts.
        if (type == "VRPBTW")
        {
            section("DEMAND", Size, i => i == 0 ? 0 : demand[i] + pickup[i]);
            text.Append("BACKHAUL_SECTION\n").AppendJoin(' ', Enumerable.Range(0, Size).Where(i => pickup[i] > 0).Select(i => i + 1).Append(-1)).Append('\n');
        }
        else
        {
            section(Has("VRPSPD") ? "LINEHAUL" : "DEMAND", Size, i => HasSecond ? $"{(i == 0 ? 0 : demand[i])} {(i == 0 ? 0 : second[i])}" : i == 0 ? 0 : demand[i]);
            if (Has("VRPSPD") || Has("VRPB"))
                section("BACKHAUL", Size, i => pickup[i]);
        }

        if (HasSecond)
            section("CAPACITY", Vehicles, _ => $"{capacity + 3} {capacity}");
        if (!HasWindows)
            return;
        section("TIME_WINDOW", Size, i => i == 0 ? $"0 {DayEnd}" : $"{early[i]} {early[i] + width[i]}");
        section("SERVICE_TIME", Size, i => i == 0 ? 0 : 10);
    }

    private static IEnumerable<int[]> Orders(int[] members) => members.Length == 0 ? [[]]
        : members.SelectMany(first => Orders([.. members.Where(other => other != first)]).Select(rest => (int[])[first, .. rest]));

    /// <summary>Every way to make an order into trips.</summary>
    private IEnumerable<int[][]> Cuts(int[] order)
    {
        for (var cuts = 0; cuts < 1 << (order.Length - 1); cuts++)
        {
            if (int.PopCount(cuts) >= MostTrips)
                continue;
            var trips = new List<List<int>> { new() };
            for (var i = 0; i < order.Length; i++)
            {
                if (i > 0 && (cuts >> (i - 1) & 1) == 1)
                    trips.Add([]);
                trips[^1].Add(order[i]);
            }

            yield return [.. trips.Select(trip => trip.ToArray())];
        }
    }

    private double Leg(int from, int to)
    {
        if (type == "OVRP" && to == 0)
            return 0;
        var length = double.Hypot(x[from] - x[to], y[from] - y[to]);
        return HasWindows ? Math.Floor(length * 10) / 10 : Math.Floor(length + 0.5);
    }

    private double CostOfAbsence(int set)
    {
        double cost = 0;
        for (var node = 1; node < Size; node++)
        {
            if ((set >> (node - 1) & 1) == 0)
            {
                // Of a group the others have to be left out.
                if (type == "GVRP" && Enumerable.Range(1, Clients).Any(other => other != node && group[other] == group[node] && (set >> (other - 1) & 1) == 0))
                    return double.PositiveInfinity;
                continue;
            }

            var isFree = type == "GVRP" && Enumerable.Range(1, Clients).Any(other => group[other] == group[node] && (set >> (other - 1) & 1) == 0);
            cost += isFree ? 0 : prize[node] > 0 ? prize[node] : double.PositiveInfinity;
        }

        return cost;
    }

    private double CostOfDay(int[][] trips)
    {
        if (trips.Any(trip => !KeepsLoads(trip)))
            return double.PositiveInfinity;
        var length = trips.Sum(trip => trip.Prepend(0).Zip(trip.Append(0), Leg).Sum());
        if (type == "OVRP" && length + (10 * trips.Sum(trip => trip.Length)) > limit)
            return double.PositiveInfinity;
        return !HasWindows || Departures(trips).Any(departure => IsInTime(trips, departure)) ? length : double.PositiveInfinity;
    }

    private bool KeepsLoads(int[] trip)
    {
        if (HasSecond)
            return trip.Sum(node => demand[node]) <= capacity + 3 && trip.Sum(node => second[node]) <= capacity;
        var load = trip.Sum(node => demand[node]);
        var most = load;
        foreach (var node in trip)
            most = Math.Max(most, load += pickup[node] - demand[node]);
        var isInOrder = !Has("VRPB") || !trip.Zip(trip.Skip(1)).Any(pair => pickup[pair.First] > 0 && pickup[pair.Second] == 0);
        return most <= capacity && isInOrder && (type != "VRPB" || pickup[trip[0]] == 0);
    }

    /// <summary>The shortest day begins so that some stop or release is met as it opens or closes.</summary>
    private IEnumerable<double> Departures(int[][] trips)
    {
        yield return trips[0].Max(node => release[node]);
        double way = 0;
        foreach (var trip in trips)
        {
            yield return trip.Max(node => release[node]) - way;
            var at = 0;
            foreach (var node in trip)
            {
                way += Leg(at, node);
                yield return early[node] - way;
                yield return early[node] + width[node] - way;
                way += 10;
                at = node;
            }

            way += Leg(at, 0);
        }
    }

    private bool IsInTime(int[][] trips, double departure)
    {
        if (departure < trips[0].Max(node => release[node]))
            return false;
        var now = departure;
        foreach (var trip in trips)
        {
            now = Math.Max(now, trip.Max(node => release[node]));
            var at = 0;
            foreach (var node in trip)
            {
                now = Math.Max(now + Leg(at, node), early[node]);
                if (now > early[node] + width[node] + Slack)
                    return false;
                now += 10;
                at = node;
            }

            now += Leg(at, 0);
        }

        return now <= DayEnd + Slack && (type != "MTVRPTWR" || now - departure <= limit + Slack);
    }
}
