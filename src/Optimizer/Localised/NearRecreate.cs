using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Territory.Optimizer.Randomness;
using Territory.Optimizer.Routing;
using Territory.Optimizer.Search;

namespace Territory.Optimizer.Localised;

/// <summary>Puts absent clients back one by one, each beside the neighbour where it is cheapest, now and then overlooking a place.</summary>
/// <remarks>
/// Algorithm: greedy insertion with blinks, among the places beside the nearest clients and an unused vehicle. Complexity: O(neighbours) a client.
/// Source: Christiaens and Vanden Berghe (2020), section 5.3; the restriction to neighbours follows granular search, Toth and Vigo (2003).
/// </remarks>
internal sealed class NearRecreate
{
    private readonly Neighbourhood wide;
    private const int PlacesABlink = 100;

    private readonly ChainedRoutes routes;
    private readonly ProblemData data;
    private readonly Neighbourhood neighbourhood;
    private readonly InsertionOrder order;
    private readonly bool isSymmetric;
    private readonly int[] nearLengths;
    private readonly int[] wideLengths;
    private int untilBlink = 1;

    public NearRecreate(ChainedRoutes routes, Neighbourhood neighbourhood, Neighbourhood wide, bool isSymmetric)
    {
        this.wide = wide;
        this.routes = routes;
        this.neighbourhood = neighbourhood;
        this.isSymmetric = isSymmetric;
        data = routes.Data;
        order = new InsertionOrder(data);
        nearLengths = isSymmetric ? LengthsOf(neighbourhood) : [];
        wideLengths = isSymmetric ? LengthsOf(wide) : [];
    }

    /// <summary>Whether this processor can look at eight neighbours together.</summary>
    public static bool CanBeVector => Avx2.IsSupported;

    /// <summary>Whether it does; one by one it finds the same.</summary>
    public bool IsVector { get; init; } = CanBeVector;

    /// <summary>Inserts what it can; the rest stays in <paramref name="absent"/>.</summary>
    public void Recreate(Xoshiro256 random, NodeList absent)
    {
        var clients = absent.Items;
        order.Arrange(clients, random);
        absent.Clear();
        foreach (var client in clients)
        {
            var after = Cheapest(client, random, out var cost);
            if (after < 0 || cost >= data.LeaveOutCost[client])
                absent.Add(client);
            else
                routes.Insert(client, after);
        }
    }

    /// <summary>The entry to stand after, or -1.</summary>
    private int Cheapest(int client, Xoshiro256 random, out long cost)
    {
        var found = -1;
        cost = long.MaxValue;
        var vehicle = routes.UnusedVehicle;
        if (vehicle >= 0 && routes.HasRoom(vehicle, client) && (!routes.IsTimed || routes.IsInTime(client, routes.DepotOf(vehicle))))
        {
            found = routes.DepotOf(vehicle);
            cost = routes.CostAlone(client);
        }

        var least = found < 0 ? long.MaxValue : Ceiling(cost);
        var depot = found;
        TryBeside(client, neighbourhood, nearLengths, 0, random, ref found, ref least);
        if (found == depot)
            TryBeside(client, wide, wideLengths, Math.Min(wide.Size, neighbourhood.Size), random, ref found, ref least);
        if (found >= 0 && found != depot)
            cost = routes.Rate * least;
        return found;
    }

    private void TryBeside(int client, Neighbourhood neighbours, int[] lengths, int from, Xoshiro256 random, ref int found, ref long least)
    {
        var places = neighbours.Of(client)[from..];
        if (!isSymmetric)
        {
            TryBesideAsymmetric(client, places, random, ref found, ref least);
            return;
        }

        var mine = lengths.AsSpan(((client - data.DepotCount) * neighbours.Size) + from, places.Length);
        if (IsVector)
            TryBesideTogether(client, places, mine, random, ref found, ref least);
        else
            TryBesideSymmetric(client, places, mine, random, ref found, ref least);
    }

    /// <summary>Looks at eight neighbours together and tries those where there may be room and whose bound promises something; finds what <see cref="TryBesideSymmetric"/> finds.</summary>
    private void TryBesideTogether(int client, ReadOnlySpan<int> places, ReadOnlySpan<int> lengths, Xoshiro256 random, ref int found, ref long least)
    {
        ref var place = ref MemoryMarshal.GetReference(places);
        ref var length = ref MemoryMarshal.GetReference(lengths);
        var home = routes.LengthHome(client);
        var homes = Vector256.Create(home);
        var demand = Vector256.Create((int)Math.Min(data.Demand[client * data.Dimensions], int.MaxValue));
        var end = places.Length - Vector256<int>.Count;
        var at = 0;
        for (; at <= end; at += Vector256<int>.Count)
        {
            var here = Vector256.LoadUnsafe(ref length, (nuint)at);
            var promising = Promising(here + Vector256.Min(here, homes), Vector256.LoadUnsafe(ref place, (nuint)at), demand, (int)Math.Min(least, int.MaxValue));
            for (; promising != 0; promising &= promising - 1)
            {
                var lane = at + BitOperations.TrailingZeroCount(promising);
                TryBoth(client, places[lane], lengths[lane], home, random, ref found, ref least);
            }
        }

        TryBesideSymmetric(client, places[at..], lengths[at..], random, ref found, ref least);
    }

    /// <summary>Which of eight entries have an arc long enough and a vehicle with room, a bit each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private unsafe uint Promising(Vector256<int> ways, Vector256<int> entries, Vector256<int> demand, int least)
    {
        fixed (ChainLink* links = routes.Links)
        fixed (int* room = routes.Room)
        {
            var offsets = entries * ChainLink.Stride;
            var isNear = Vector256.LessThan(ways - Avx2.GatherVector256(&links->Reach, offsets, sizeof(int)), Vector256.Create(least));
            if (isNear == Vector256<int>.Zero)
                return 0;
            var vehicles = Avx2.GatherVector256(&links->Vehicle, offsets, sizeof(int));
            isNear = Vector256.AndNot(isNear, Vector256.LessThan(vehicles, Vector256<int>.Zero));
            // A lane without a vehicle reads the first one's room.
            var rooms = Avx2.GatherVector256(room, vehicles & isNear, sizeof(int));
            return (isNear & Vector256.GreaterThanOrEqual(rooms, demand)).ExtractMostSignificantBits();
        }
    }

    /// <summary>Tries the places on both sides of a neighbour.</summary>
    private void TryBoth(int client, int near, long here, int home, Xoshiro256 random, ref int found, ref long least)
    {
        ref readonly var link = ref routes[near];
        if (link.Vehicle < 0 || !routes.HasRoom(link.Vehicle, client))
            return;
        // A place between two entries is tried beside the nearer of them, so its detour is at least twice the way there less its arc.
        var bound = here + Math.Min(here, home);
        var isAfter = bound - link.ToNext < least;
        var isBefore = bound - link.FromPrevious < least;
        if (isAfter)
            Try(here + data.DistanceBetween(client, routes.Location[link.Next]) - link.ToNext, client, near, random, ref found, ref least);
        if (isBefore)
            Try(here + data.DistanceBetween(client, routes.Location[link.Previous]) - link.FromPrevious, client, link.Previous, random, ref found, ref least);
    }

    private int[] LengthsOf(Neighbourhood places)
    {
        var all = new int[data.ClientCount * places.Size];
        for (int client = data.DepotCount, i = 0; client < data.LocationCount; client++)
        {
            foreach (var near in places.Of(client))
                all[i++] = data.DistanceBetween(client, near);
        }

        return all;
    }

    private void TryBesideSymmetric(int client, ReadOnlySpan<int> places, ReadOnlySpan<int> lengths, Xoshiro256 random, ref int found, ref long least)
    {
        var home = routes.LengthHome(client);
        for (var i = 0; i < places.Length; i++)
            TryBoth(client, places[i], lengths[i], home, random, ref found, ref least);
    }

    private void TryBesideAsymmetric(int client, ReadOnlySpan<int> places, Xoshiro256 random, ref int found, ref long least)
    {
        var distances = data.Distances;
        foreach (var near in places)
        {
            ref readonly var link = ref routes[near];
            if (link.Vehicle < 0 || !routes.HasRoom(link.Vehicle, client))
                continue;
            var (before, after) = (routes.Location[link.Previous], routes.Location[link.Next]);
            Try((long)distances.Between(near, client) + distances.Between(client, after) - link.ToNext, client, near, random, ref found, ref least);
            Try((long)distances.Between(before, client) + distances.Between(client, near) - link.FromPrevious, client, link.Previous, random, ref found, ref least);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Try(long detour, int client, int after, Xoshiro256 random, ref int found, ref long least)
    {
        if (detour >= least || (routes.IsTimed && !routes.IsInTime(client, after)) || Blinks(random))
            return;
        least = detour;
        found = after;
    }

    /// <summary>The least detour that costs as much.</summary>
    private long Ceiling(long cost) => routes.Rate == 0 ? long.MaxValue : (cost + routes.Rate - 1) / routes.Rate;

    private bool Blinks(Xoshiro256 random)
    {
        if (--untilBlink > 0)
            return false;
        // The places up to the next blink, as if each had been drawn for.
        untilBlink = 1 + (int)(LogTable.NegativeLog(random) * PlacesABlink);
        return true;
    }
}
