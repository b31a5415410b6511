using Territory.Cli.Regions;
using Territory.Cli.Tracks;
using Territory.Contracts.Following;
using Territory.Contracts.Serialization;
using Territory.Contracts.Territories;
using Territory.Journal;
using Territory.Journal.Sqlite;
using Territory.Model.Calendar;
using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.Model.Quantities;
using Territory.Model.Regions;
using Territory.Model.Travel;
using Territory.ReadModel;
using Territory.ReadModel.Actors;
using Territory.Roads.Files;
using Territory.Roads.Network;
using Territory.Roads.Profiles;

namespace Territory.Cli.Tests.Commands;

/// <summary>One straight road, driven eastward again and again at half of what its profile says.</summary>
public sealed class RoadsLearnTests
{
    private const int Segments = 8;
    private const double StepDegrees = 0.01;
    private const int SecondsBetweenFixes = 5;
    private static readonly RegionId Region = new("line");
    private static readonly DateOnly Day = new(2026, 3, 3);

    /// <summary>
    /// A passage of every one of n vehicles is seen at factor 0.5, and n count half at 4: exp(ln 0.5 · n / (n + 4)). Four on the day and two on a
    /// day before make n = 6. Nobody drove westward.
    /// </summary>
    [Fact]
    public async Task Learn_FromTracksAtHalfTheSpeed_IsTheShrunkFactorOnTheDirectionDriven()
    {
        using var scratch = new Scratch();
        var data = Path.Combine(scratch.Path, "data");
        var roadsFile = await FoundAsync(data);
        var profile = await CommandRun.OfAsync(
            scratch.Path, "roads", "route", "--roads", roadsFile, "--from", At(0), "--to", At(Segments), "--profile", "van");
        var metersPerSecond = 0.5 * profile.Whole("meters") / profile.Whole("seconds");
        Keep(roadsFile, Day, vehicles: 4, metersPerSecond);
        Keep(roadsFile, Day.AddDays(-1), vehicles: 2, metersPerSecond);

        var learned = await CommandRun.OfAsync(scratch.Path, "roads", "learn", "--region", "line", "--date", $"{Day:yyyy-MM-dd}", "--data", data);

        learned.Exit.ShouldBe(0, string.Join('\n', learned.Errors));
        learned.Whole("days").ShouldBe(2);
        learned.Whole("tracks").ShouldBe(6);
        var factors = SpeedFactorsFile.Read(learned.Text("file")).Segments;
        var expected = Math.Exp(Math.Log(0.5) * 6 / (6 + 4));
        // Of the first and the last segment only a part is driven.
        var network = RoadNetwork.Load(roadsFile);
        for (var segment = 1; segment < Segments - 1; segment++)
        {
            factors.ContainsKey(segment).ShouldBeTrue($"segment {segment}");
            var (forward, backward) = factors[segment];
            forward.ShouldNotBeNull().ShouldBe(expected, 0.02, $"segment {segment}");
            backward.ShouldBeNull();
        }

        network.SegmentCount.ShouldBe(Segments);
        // Planning reads the file, and so does who learns the next time.
        NetworkFolder.Load(roadsFile).SegmentCount.ShouldBe(Segments);
        (await CommandRun.OfAsync(scratch.Path, "roads", "learn", "--region", "line", "--date", $"{Day:yyyy-MM-dd}", "--data", data)).Exit.ShouldBe(0);
    }

    [Fact]
    public async Task Learn_OnADayWithoutTracks_IsRefusedAndWritesNothing()
    {
        using var scratch = new Scratch();
        var data = Path.Combine(scratch.Path, "data");
        var roadsFile = await FoundAsync(data);

        var refused = await CommandRun.OfAsync(scratch.Path, "roads", "learn", "--region", "line", "--date", $"{Day:yyyy-MM-dd}", "--data", data);

        refused.Exit.ShouldBe(1);
        refused.Errors.ShouldHaveSingleItem().ShouldContain("tracks.none");
        File.Exists(Path.Combine(Path.GetDirectoryName(roadsFile)!, NetworkFolder.SpeedsFile)).ShouldBeFalse();
    }

    private static string At(int node) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{StepDegrees * node},0");

    /// <summary>A territory whose only region has the road and nothing else.</summary>
    private static async Task<string> FoundAsync(string data)
    {
        Directory.CreateDirectory(data);
        var journal = await SqliteJournal.OpenAsync(new SqliteJournalOptions { Path = Path.Combine(data, "journal.db") }, [new TerritoryProjection()]);
        await using (journal)
        {
            var created = new RegionCreated(new Region
            {
                Id = Region,
                Name = new("直线", "Line"),
                TimeZone = "UTC",
                Currency = "CNY",
                Calendar = WorkingCalendar.SixDayWeek,
                Bounds = new GeoBounds(-0.1, -0.1, 0.2, 0.1),
                ClassPolicies = ClassPolicy.Standard,
                MapAttribution = "none",
            });
            await journal.AppendAsync(new AppendRequest(
                StreamId.Of(ActorKind.Territory, Region.Value), AppendRequest.AnyVersion, CommandId.New(), "test",
                [new EventData(EventCodec.AliasOf(created), EventCodec.Encode(created))], ReadOnlyMemory<byte>.Empty));
        }

        var builder = new RoadNetworkBuilder();
        var nodes = Enumerable.Range(0, Segments + 1).Select(node => builder.AddNode(new GeoPoint(StepDegrees * node, 0))).ToArray();
        for (var segment = 0; segment < Segments; segment++)
            builder.AddWay(new RoadWay { Nodes = [nodes[segment], nodes[segment + 1]], Class = RoadClass.Secondary });
        var roadsFile = RegionFolder.RoadsFile(data, Region);
        Directory.CreateDirectory(Path.GetDirectoryName(roadsFile)!);
        builder.Build().Save(roadsFile);
        return roadsFile;
    }

    /// <summary>From the middle of the first segment to that of the last at one speed; the vehicles leave half an hour after each other.</summary>
    private static void Keep(string roadsFile, DateOnly day, int vehicles, double metersPerSecond)
    {
        GeoPoint start = new(StepDegrees / 2, 0);
        GeoPoint end = new(StepDegrees * (Segments - 0.5), 0);
        var seconds = start.MetersTo(end) / metersPerSecond;
        var tracks = Enumerable.Range(0, vehicles).Select(vehicle => new VehicleTrack(
            new VehicleId($"V{vehicle}"),
            TravelMode.Van,
            [
                .. Enumerable.Range(0, (int)(seconds / SecondsBetweenFixes) + 1).Select(fix => new TrackFix(
                    TimeOfDay.At(10) + new Duration((1800 * vehicle) + (SecondsBetweenFixes * fix)),
                    new GeoPoint(start.Longitude + ((end.Longitude - start.Longitude) * SecondsBetweenFixes * fix / seconds), 0))),
            ]));
        var path = TrackFile.PathOf(Path.GetDirectoryName(roadsFile)!, day);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        TrackFile.Write([.. tracks], path);
    }
}
