using Google.Protobuf;
using Territory.Roads.Osm;
using Territory.Roads.Tests.Fixtures;

namespace Territory.Roads.Tests.Osm;

/// <summary>
/// One hostile field each, in a block that is otherwise sound and compressed as it should be. What is expected follows from the Protocol Buffers
/// encoding and the PBF format description; <see cref="ImportTrial"/> holds memory to its bound.
/// </summary>
public sealed class HostileFieldTests(ITestOutputHelper output)
{
    private const int Megabyte = 1024 * 1024;

    private readonly ImportTrial trial = new();

    [Fact]
    public void Block_Sound_IsANetwork() => Import().ShouldBeNull();

    /// <summary>A packed field that claims 2^31 bytes of nodes, and one that claims 2^63.</summary>
    [Theory]
    [InlineData(new byte[] { 0x80, 0x80, 0x80, 0x80, 0x08 })]
    [InlineData(new byte[] { 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F })]
    [InlineData(new byte[] { 0x05 })]
    public void Way_NodesThatOverrunTheBlock_IsRefused(byte[] length) =>
        Rule(way: [8, 9, 0x42, .. length, 2, 2]).ShouldContain("are left");

    [Theory]
    [InlineData(10)]
    [InlineData(11)]
    [InlineData(200)]
    public void Way_NumberOfTooManyBytes_IsRefused(int bytes) =>
        Rule(way: [.. Packed(8, [.. Enumerable.Repeat((byte)0x80, bytes), 0])]).ShouldContain("more than ten bytes");

    [Fact]
    public void Way_NumberCutOff_IsRefused() => Rule(way: Packed(8, [2, 0x80])).ShouldContain("cut off");

    /// <summary>More nodes than a way may have: it is left out, the others stay.</summary>
    [Fact]
    public void Way_OverlongBesideASoundOne_IsLeftOut()
    {
        Import(way: [.. Packed(2, [1]), .. Packed(3, [2]), .. Packed(8, [.. Enumerable.Repeat((byte)2, 70_000)])]).ShouldBeNull();

        trial.Networks.ShouldBe(1);
    }

    [Fact]
    public void Way_ToAndFroAMillionTimes_IsAResultOrAProblem()
    {
        const int turns = 60_000;
        var writer = new PbfWriter().Node(1, 113, 23).Node(2, 113.1, 23);
        for (var i = 0; i < 20; i++)
            writer.Way(i + 1, [.. Enumerable.Range(0, turns).Select(step => (long)((step % 2) + 1))], "highway", "residential");

        // A byte a reference: some kilobytes of file hold 1.2 million.
        trial.Run(writer.ToArray(), "a way to and fro", expandedBytes: 20 * turns);
        output.WriteLine(trial.Summary());
    }

    [Fact]
    public void Restriction_OfThousandsOfWays_IsLeftOut()
    {
        var members = Enumerable.Range(1, 2000).Select(way => ("from", 1, (long)way)).Concat(Enumerable.Range(1, 2000).Select(way => ("to", 1, (long)way)));
        var writer = new PbfWriter().Node(1, 113, 23).Node(2, 113.1, 23).Way(1, [1, 2], "highway", "residential")
            .Relation(1, [.. members, ("via", 0, 1L)], "type", "restriction", "restriction", "no_entry");
        using var file = new TemporaryFile(writer.ToArray(), ".osm.pbf");

        OsmImporter.Import(file.Path).Counts.Skipped["restriction.members"].ShouldBe(1);
    }

    [Theory]
    [InlineData(new byte[] { 7 }, new byte[] { 2 }, "string 7")]
    [InlineData(new byte[] { 1 }, new byte[] { 0xFF, 0xFF, 0xFF, 0xFF, 0x0F }, "string 4294967295")]
    [InlineData(new byte[] { 1 }, new byte[] { 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01 }, "string 18446744073709551615")]
    [InlineData(new byte[] { 1, 1 }, new byte[] { 2 }, "cut off")]
    public void Way_TagsWithoutTheirStrings_IsRefused(byte[] keys, byte[] values, string expected) =>
        Rule(way: [.. Packed(2, keys), .. Packed(3, values), .. Packed(8, [2, 2])]).ShouldContain(expected);

    [Theory]
    [InlineData(8)]
    [InlineData(9)]
    public void Dense_WithoutAColumnOfCoordinates_IsRefused(int field) => Rule(dense: [.. Packed(1, [2, 2]), .. Packed(17 - field, [2, 2])]).ShouldContain("cut off");

    [Fact]
    public void Dense_WithFewerCoordinatesThanIds_IsRefused() =>
        Rule(dense: [.. Packed(1, [2, 2, 2]), .. Packed(8, [2, 2, 2]), .. Packed(9, [2, 2])]).ShouldContain("cut off");

    [Fact]
    public void Dense_WithATagThatEnds_IsRefused() =>
        Rule(dense: [.. Packed(1, [2]), .. Packed(8, [2]), .. Packed(9, [2]), .. Packed(10, [1])]).ShouldContain("cut off");

    /// <summary>Deltas that run past 64 bits wrap around, as the encoding says, to places that are none.</summary>
    [Fact]
    public void Dense_DeltasThatOverflow_AreNoPlacesOnEarth()
    {
        byte[] most = [0xFE, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01];

        Import(dense: [.. Packed(1, [.. most, .. most]), .. Packed(8, [.. most, .. most]), .. Packed(9, [.. most, .. most])]).ShouldBeNull();
    }

    [Fact]
    public void Ids_Negative_AreIdsLikeOthers()
    {
        var file = new PbfWriter().Node(-1, 113, 23).Node(-2, 113.1, 23).Node(long.MinValue / 4, 113.2, 23).Way(-5, [-1, -2, long.MinValue / 4], "highway", "residential").ToArray();

        trial.Run(file, "negative ids").ShouldBeNull();
    }

    [Fact]
    public void Way_AllNodesMissing_SaysThatWaysAreIncomplete() =>
        trial.Run(new PbfWriter().Node(1, 113, 23).Way(5, [7, 8, 9], "highway", "residential").ToArray(), "missing nodes")!.Code.ShouldBe("osm.roads.none");

    [Fact]
    public void Way_SomeNodesMissing_IsCutThere()
    {
        var file = new PbfWriter().Node(1, 113, 23).Node(2, 113.1, 23).Node(4, 113.3, 23).Node(5, 113.4, 23).Way(5, [1, 2, 3, 4, 5], "highway", "residential").ToArray();

        trial.Run(file, "a missing node").ShouldBeNull();
    }

    /// <summary>A relation that is its own member, two that hold each other, and members that are nowhere.</summary>
    [Fact]
    public void Relation_Cycles_DoNoHarm()
    {
        var writer = Sound();
        foreach (var type in (string[])["multipolygon", "restriction", "route"])
        {
            writer
                .Relation(70, [("outer", 2, 70), ("from", 2, 70), ("via", 2, 70), ("to", 2, 70)], "type", type, "landuse", "forest", "restriction", "no_u_turn")
                .Relation(71, [("outer", 2, 72), ("inner", 1, 20)], "type", type, "landuse", "forest", "restriction", "no_u_turn")
                .Relation(72, [("outer", 2, 71), ("outer", 1, 20), ("outer", 1, 20)], "type", type, "landuse", "forest")
                .Relation(73, [("from", 1, 20), ("via", 1, 20), ("to", 1, 20)], "type", type, "restriction", "only_straight_on")
                .Relation(74, [("from", 1, 999), ("via", 0, 999), ("to", 1, 20)], "type", type, "restriction", "no_left_turn");
        }

        trial.Run(writer.ToArray(), "cycles").ShouldBeNull();
    }

    [Theory]
    [InlineData(new byte[] { 1 }, new byte[] { 18 }, new byte[] { 9 }, "unknown type 9")]
    [InlineData(new byte[] { 1 }, new byte[] { 18, 2 }, new byte[] { 1, 1 }, "cut off")]
    [InlineData(new byte[] { 1, 1 }, new byte[] { 18, 2 }, new byte[] { 1 }, "cut off")]
    [InlineData(new byte[] { 99 }, new byte[] { 18 }, new byte[] { 1 }, "string 99")]
    public void Relation_MembersOutOfStep_IsRefused(byte[] roles, byte[] ids, byte[] types, string expected) =>
        Rule(relation: [.. Packed(8, roles), .. Packed(9, ids), .. Packed(10, types)]).ShouldContain(expected);

    [Fact]
    public void Strings_ThatAreNoUtf8_BecomeReplacementCharacters()
    {
        var block = Block(strings: ["highway"u8.ToArray(), "residential"u8.ToArray(), "name"u8.ToArray(), [0xC3, 0x28, 0xFF, 0xFE, 0xED, 0xA0, 0x80]],
            way: [.. Packed(2, [1, 3]), .. Packed(3, [2, 4]), .. Packed(8, [2, 2, 2])]);
        using var file = new TemporaryFile(new PbfWriter().Blob("OSMData", block).ToArray(), ".osm.pbf");

        OsmImporter.Import(file.Path).Roads.Segment(0).Name.ShouldNotBeNull().ShouldContain("\uFFFD");
    }

    /// <summary>A table of strings is short where each is empty; the tables that find them must not outgrow their bound.</summary>
    [Fact]
    public void Strings_MillionsOfThem_AreRefused()
    {
        var table = new byte[2 * 1_100_000];
        for (var i = 0; i < table.Length; i += 2)
            table[i] = 0x0A;
        var block = PbfWriter.Message(message => PbfWriter.Bytes(message, 1, table));

        trial.Run(new PbfWriter().Blob("OSMData", block).ToArray(), "strings")!.Rule.ShouldContain("more than 1000000 strings");
        output.WriteLine(trial.Summary());
    }

    /// <summary>One megabyte of name is no tag, however well it compresses.</summary>
    [Fact]
    public void Strings_Endless_AreRefusedWhereTheyAreUsed()
    {
        var name = new byte[Megabyte];
        Array.Fill(name, (byte)'x');

        Rule(strings: ["highway"u8.ToArray(), name], way: [.. Packed(2, [1]), .. Packed(3, [2]), .. Packed(8, [2, 2])]).ShouldContain("1048576 bytes");
    }

    /// <summary>
    /// 200,000 outlets of a dozen bytes that all name strings of 4,000: as text they are 100,000 times the file. And the same with blanks at the ends,
    /// which are taken off.
    /// </summary>
    [Theory]
    [InlineData('x')]
    [InlineData(' ')]
    public void Tags_LongStringsNamedAgainAndAgain_AreRefusedBeforeTheySwell(char end)
    {
        var text = System.Text.Encoding.UTF8.GetBytes("x".PadRight(3999, 'y') + end);
        const int count = 200_000;
        byte[] ones = [.. Enumerable.Repeat((byte)2, count)];
        byte[] tags = [.. Enumerable.Range(0, count).SelectMany(_ => (byte[])[1, 2, 3, 4, 5, 4, 6, 4, 0])];
        byte[][] strings = ["shop"u8.ToArray(), "kiosk"u8.ToArray(), "name"u8.ToArray(), text, "addr:street"u8.ToArray(), "addr:housenumber"u8.ToArray()];

        Rule(strings, dense: [.. Packed(1, ones), .. Packed(8, ones), .. Packed(9, ones), .. Packed(10, tags)]).ShouldContain("32 characters a byte");
        output.WriteLine(trial.Summary());
    }

    /// <summary>Blanks at the ends are taken off once a block, not once an element.</summary>
    [Fact]
    public void Tags_BlankEnds_AreSharedByTheElementsOfABlock()
    {
        var writer = Sound();
        for (var i = 0; i < 2000; i++)
            writer.Node(1000 + i, 113.05, 23.05, "shop", "kiosk", "name", " Kiosk ");
        using var file = new TemporaryFile(writer.ToArray(), ".osm.pbf");

        var outlets = OsmImporter.Import(file.Path).Outlets;

        outlets.Count.ShouldBe(2000);
        outlets.ShouldAllBe(outlet => outlet.Name == "Kiosk");
        outlets.ShouldAllBe(outlet => ReferenceEquals(outlet.Name, outlets[0].Name));
    }

    /// <summary>A block without a table of strings has none; those of the block before it are not its own.</summary>
    [Fact]
    public void Strings_OfTheBlockBefore_AreNotUsed()
    {
        var bare = PbfWriter.Message(block => PbfWriter.Bytes(block, 2, PbfWriter.Message(group =>
            PbfWriter.Bytes(group, 3, [8, 9, .. Packed(2, [1]), .. Packed(3, [2]), .. Packed(8, [2, 2])]))));

        trial.Run(new PbfWriter().Blob("OSMData", Block()).Blob("OSMData", bare).ToArray(), "no table")!.Rule.ShouldContain("string 1 is used where the block has 0");
    }

    /// <summary>A stream of 20 bytes cannot hold 32 MB, so no room is made for them.</summary>
    [Fact]
    public void Blob_StatedSizeBeyondWhatItsBytesCanHold_IsRefusedWithoutAllocating()
    {
        trial.Run(new PbfWriter().Blob("OSMData", new byte[100], statedSize: 32 * Megabyte).ToArray(), "stated")!.Rule.ShouldContain("can hold");

        trial.MostAllocatedBytes.ShouldBeLessThan(Megabyte);
    }

    [Fact]
    public void Blob_CompressedContentThatIsDamaged_SaysSoInItsOwnWords()
    {
        var content = new byte[1000];
        new Random(5).NextBytes(content);
        var file = new PbfWriter().Blob("OSMData", content).ToArray();
        file.AsSpan(^20..).Clear();

        trial.Run(file, "damaged")!.Rule.ShouldBe("The blob cannot be decoded: its compressed content is damaged; download the file again.");
    }

    [Fact]
    public void Header_EndlessRequiredFeature_IsRefusedInAShortMessage()
    {
        var feature = PbfWriter.Message(header => PbfWriter.Bytes(header, 4, [.. Enumerable.Repeat((byte)'\n', 2 * Megabyte)]));

        trial.Run(new PbfWriter().Blob("OSMHeader", feature).ToArray(), "feature")!.Rule.ShouldContain("not supported");
    }

    [Fact]
    public void Blobs_ManyEmptyOnes_AreReadInBoundedMemory()
    {
        var writer = new PbfWriter().Blob("OSMData", Block());
        for (var i = 0; i < 50_000; i++)
            writer.Blob("OSMData", [], compressionField: 1);

        trial.Run(writer.ToArray(), "empty blobs").ShouldBeNull();
        output.WriteLine(trial.Summary());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    public void Block_SenselessGranularity_IsAResultOrAProblem(int granularity)
    {
        var block = PbfWriter.Message(message =>
        {
            PbfWriter.Number(message, 17, (ulong)granularity);
            PbfWriter.Number(message, 19, ulong.MaxValue / 2);
            PbfWriter.Number(message, 20, 1UL << 63);
        });

        trial.Run(new PbfWriter().Blob("OSMData", [.. block, .. Block()]).ToArray(), "granularity");
    }

    private static PbfWriter Sound() => new PbfWriter().Node(1, 113, 23).Node(2, 113.1, 23.1).Node(3, 113.2, 23).Way(20, [1, 2, 3], "highway", "residential");

    private string Rule(byte[][]? strings = null, byte[]? dense = null, byte[]? way = null, byte[]? relation = null) =>
        Import(strings, dense, way, relation).ShouldNotBeNull().Rule;

    private Territory.Model.Problems.Problem? Import(byte[][]? strings = null, byte[]? dense = null, byte[]? way = null, byte[]? relation = null) =>
        trial.Run(Sound().Blob("OSMData", Block(strings, dense, way, relation)).ToArray(), "hostile");

    /// <summary>Three nodes and a road, and then the hostile fields.</summary>
    private static byte[] Block(byte[][]? strings = null, byte[]? dense = null, byte[]? way = null, byte[]? relation = null) => PbfWriter.Message(block =>
    {
        byte[][] table = [[], .. strings ?? ["highway"u8.ToArray(), "residential"u8.ToArray()]];
        PbfWriter.Bytes(block, 1, PbfWriter.Message(message => Array.ForEach(table, text => PbfWriter.Bytes(message, 1, text))));
        Group(block, 2, [.. Packed(1, [2, 2, 2]), .. Packed(8, [40, 10, 10]), .. Packed(9, [20, 10, 10])]);
        Group(block, 3, way ?? [8, 9, .. Packed(2, [1]), .. Packed(3, [2]), .. Packed(8, [2, 2, 2])]);
        if (dense is not null)
            Group(block, 2, dense);
        if (relation is not null)
            Group(block, 4, relation);
    });

    private static void Group(CodedOutputStream block, int field, byte[] content) =>
        PbfWriter.Bytes(block, 2, PbfWriter.Message(group => PbfWriter.Bytes(group, field, content)));

    private static byte[] Packed(int field, byte[] content) => PbfWriter.Message(message => PbfWriter.Bytes(message, field, content));
}
