using System.Security.Cryptography;
using Territory.Roads.Hierarchy;
using Territory.Roads.Network;
using Territory.Roads.Profiles;
using Territory.Roads.Turns;

namespace Territory.Roads.Files;

/// <summary>What was contracted for a profile, as a section of a .roads file: turns, order and shortcuts, no costs of roads.</summary>
/// <remarks>
/// The section begins with a digest of all that decides which turns there are and what they cost: open directions, turn costs, restrictions heeded. A
/// profile that asks for something else finds no section and is contracted anew. It ends in a digest of itself, because sections are carried from file to
/// file unread: what was damaged on the way is found out here and contracted anew. Whoever writes a section to deceive can leave out turns, as they could
/// leave out roads; what they write is safe to search and leads from each arc only to those that begin where it ends.
/// </remarks>
internal static class PreparedFormat
{
    private const int Version = 2;

    public static string NameFor(TravelProfile profile) => $"prepared/{profile.Mode.ToString().ToLowerInvariant()}";

    public static byte[] Write(RoadTables tables, TravelProfile profile, ModeFoundation foundation)
    {
        using var stream = new MemoryStream();
        var writer = new ColumnWriter(stream);
        var graph = foundation.Graph;
        writer.Int32(Version);
        writer.Column<byte>(Digest(tables, profile, ModeRoads.TimesOf(tables, profile, RoadConditions.None)));
        writer.Column<int>(graph.Arcs);
        writer.Column<int>(graph.FirstTurn);
        writer.Column<int>(graph.TurnHeads);
        writer.Column<ushort>(graph.TurnSteps);
        writer.Column<int>(graph.VertexOfArc);
        writer.Column<int>([.. graph.ComponentSizes]);
        WriteLists(writer, graph.RestrictedVertices.OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value)));
        var numbers = new Dictionary<TurnRestriction, int>(ReferenceEqualityComparer.Instance);
        for (var number = 0; number < tables.Restrictions.Count; number++)
            numbers[tables.Restrictions[number]] = number;
        WriteLists(writer, graph.TimedTurns.OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value.Select(restriction => numbers[restriction]).ToArray())));
        WriteArcs(writer, foundation.Topology.Out);
        WriteArcs(writer, foundation.Topology.In);
        writer.Bytes(SHA256.HashData(stream.GetBuffer().AsSpan(0, (int)stream.Length)));
        return stream.ToArray();
    }

    /// <summary>Null where the section is of another profile or version, or contradicts itself.</summary>
    public static unsafe ModeFoundation? Read(RoadTables tables, TravelProfile profile, byte[] section)
    {
        var length = section.Length - SHA256.HashSizeInBytes;
        if (length < 0 || !SHA256.HashData(section.AsSpan(0, length)).AsSpan().SequenceEqual(section.AsSpan(length)))
            return null;
        try
        {
            fixed (byte* start = section)
                return Read(tables, profile, new ColumnReader(start, length));
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static ModeFoundation? Read(RoadTables tables, TravelProfile profile, ColumnReader reader)
    {
        var times = ModeRoads.TimesOf(tables, profile, RoadConditions.None);
        if (reader.Int32() != Version || !reader.Column<byte>().AsSpan().SequenceEqual(Digest(tables, profile, times)))
            return null;
        var arcs = reader.Column<int>();
        var bare = new TurnGraph
        {
            Arcs = arcs,
            ArcCosts = [],
            FirstTurn = reader.Column<int>(),
            TurnHeads = reader.Column<int>(),
            TurnSteps = reader.Column<ushort>(),
            VertexOfArc = reader.Column<int>(),
            ComponentSizes = reader.Column<int>(),
            RestrictedVertices = ReadLists(ref reader, vertices => vertices),
            TimedTurns = ReadLists(ref reader, numbers => (IReadOnlyList<TurnRestriction>)Array.ConvertAll(numbers, number => RestrictionAt(tables, number))),
        };
        RequireSound(tables, bare);
        var topology = new HierarchyTopology { Out = ReadArcs(ref reader, arcs.Length), In = ReadArcs(ref reader, arcs.Length) };
        RoadTablesValidation.Require(reader.IsAtEnd, "something follows a prepared profile");
        RequireHeld(bare, topology);
        return new ModeFoundation(tables, profile, bare.At(tables, times, _ => false), topology);
    }

    private static byte[] Digest(RoadTables tables, TravelProfile profile, ArcTimes times)
    {
        var turns = profile.Turns;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var writer = new ColumnWriter(null, hash);
        writer.Int32((int)profile.Mode);
        foreach (var number in (ReadOnlySpan<int>)[turns.StraightDegrees, turns.NearSideMilliseconds, turns.FarSideMilliseconds, turns.SignalMilliseconds, turns.UTurnMilliseconds, profile.DestinationEntryMilliseconds])
            writer.Int32(number);
        writer.Column<bool>([turns.AllowsUTurns, .. Enumerable.Range(0, 2 * tables.SegmentCount).Select(times.IsOpen)]);
        writer.Column<bool>([.. tables.Restrictions.Select(restriction => profile.Obeys(restriction with { Schedule = null }))]);
        return hash.GetHashAndReset();
    }

    private static void WriteArcs(ColumnWriter writer, RankedArcs arcs)
    {
        writer.Column<int>(arcs.First);
        writer.Column<int>(arcs.Upper);
    }

    private static RankedArcs ReadArcs(ref ColumnReader reader, int vertexCount)
    {
        var first = reader.Column<int>();
        var upper = reader.Column<int>();
        RequireAscending(first, vertexCount, upper.Length);
        for (var vertex = 0; vertex < vertexCount; vertex++)
        {
            var below = vertex;
            for (var arc = first[vertex]; arc < first[vertex + 1]; below = upper[arc++])
            {
                if (upper[arc] <= below || upper[arc] >= vertexCount)
                    RoadTablesValidation.Require(false, "a shortcut does not lead upward");
            }
        }

        return RankedArcs.From(first, upper);
    }

    private static void WriteLists(ColumnWriter writer, IEnumerable<(int Key, int[] Values)> lists)
    {
        var all = lists.ToList();
        writer.Int32(all.Count);
        foreach (var (key, values) in all)
        {
            writer.Int32(key);
            writer.Column<int>(values);
        }
    }

    private static Dictionary<int, T> ReadLists<T>(ref ColumnReader reader, Func<int[], T> make)
    {
        var count = reader.Count(2 * sizeof(int));
        var lists = new Dictionary<int, T>(count);
        for (var i = 0; i < count; i++)
            RoadTablesValidation.Require(lists.TryAdd(reader.Int32(), make(reader.Column<int>())), "a prepared list stands twice");
        return lists;
    }

    private static TurnRestriction RestrictionAt(RoadTables tables, int number)
    {
        RoadTablesValidation.Require((uint)number < (uint)tables.Restrictions.Count, "a timed turn has an unknown restriction");
        return tables.Restrictions[number];
    }

    private static void RequireSound(RoadTables tables, TurnGraph graph)
    {
        var arcCount = 2 * tables.SegmentCount;
        RoadTablesValidation.Require(graph.VertexOfArc.Length == arcCount, "prepared arcs are not those of the network");
        RequireAscending(graph.FirstTurn, graph.VertexCount, graph.TurnCount);
        RoadTablesValidation.Require(graph.TurnSteps.Length == graph.TurnCount, "prepared turns differ in length");
        RequireWithin(graph.Arcs, 0, arcCount);
        RequireWithin(graph.TurnHeads, 0, graph.VertexCount);
        RoadTablesValidation.Require(!graph.TurnSteps.AsSpan().Contains(TurnGraph.ForbiddenNow), "a prepared turn is closed");
        RequireWithin(graph.VertexOfArc, -1, graph.VertexCount);
        for (var arc = 0; arc < arcCount; arc++)
            RequireVertexOf(graph, arc, graph.VertexOfArc[arc]);
        foreach (var (arc, vertices) in graph.RestrictedVertices)
        {
            RequireWithin(vertices, 0, graph.VertexCount);
            foreach (var vertex in vertices)
                RequireVertexOf(graph, arc, vertex);
        }

        foreach (var turn in graph.TimedTurns.Keys)
            RoadTablesValidation.Require((uint)turn < (uint)graph.TurnCount, "a timed turn is none");
        RequireTurnsAtJunctions(tables, graph);
    }

    /// <param name="vertex">-1: none.</param>
    private static void RequireVertexOf(TurnGraph graph, int arc, int vertex)
    {
        if (vertex >= 0 && graph.Arcs[vertex] != arc)
            RoadTablesValidation.Require(false, "a prepared vertex stands for another arc");
    }

    private static void RequireTurnsAtJunctions(RoadTables tables, TurnGraph graph)
    {
        for (var vertex = 0; vertex < graph.VertexCount; vertex++)
        {
            var node = tables.HeadOf(graph.Arcs[vertex]);
            for (var turn = graph.FirstTurn[vertex]; turn < graph.FirstTurn[vertex + 1]; turn++)
            {
                if (tables.TailOf(graph.Arcs[graph.TurnHeads[turn]]) != node)
                    RoadTablesValidation.Require(false, "a prepared turn leads to where its road does not end");
            }
        }
    }

    /// <summary>Each turn must be among the shortcuts, or customisation would not find its place.</summary>
    private static void RequireHeld(TurnGraph graph, HierarchyTopology topology)
    {
        for (var vertex = 0; vertex < graph.VertexCount; vertex++)
        {
            for (var turn = graph.FirstTurn[vertex]; turn < graph.FirstTurn[vertex + 1]; turn++)
            {
                var head = graph.TurnHeads[turn];
                if (head != vertex && (head > vertex ? topology.Out.Find(vertex, head) : topology.In.Find(head, vertex)) < 0)
                    RoadTablesValidation.Require(false, "a turn is missing from the shortcuts");
            }
        }
    }

    private static void RequireAscending(int[] first, int count, int total)
    {
        RoadTablesValidation.Require(first.Length == count + 1 && first[0] == 0 && first[count] == total, "a prepared column does not fit the vertices");
        for (var i = 0; i < count; i++)
        {
            if (first[i + 1] < first[i])
                RoadTablesValidation.Require(false, "a prepared column does not ascend");
        }
    }

    private static void RequireWithin(ReadOnlySpan<int> values, int least, int end)
    {
        if (values.ContainsAnyExceptInRange(least, end - 1))
            RoadTablesValidation.Require(false, "a prepared number is out of range");
    }
}
