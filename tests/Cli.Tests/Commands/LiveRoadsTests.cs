using System.Text.Json.Nodes;
using Territory.Cli.Regions;
using Territory.Contracts;
using Territory.Contracts.Serialization;
using Territory.Contracts.Terminals;
using Territory.Contracts.Territories;
using Territory.Journal;
using Territory.Journal.Sqlite;
using Territory.Model.Calendar;
using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.Model.Quantities;
using Territory.Model.Regions;
using Territory.Model.Terminals;
using Territory.ReadModel;
using Territory.ReadModel.Actors;
using Territory.Roads.Network;

namespace Territory.Cli.Tests.Commands;

/// <summary>A live region along one straight road, asked by scenarios that name its terminals and its roads.</summary>
public sealed class LiveRoadsTests
{
    private const int Outlets = 12;
    private const double StepDegrees = 0.01;
    private static readonly RegionId Region = new("line");

    private const string Market =
        """
        {
          "name": "a market", "firstDay": "2026-01-05", "days": 14,
          "products": [ { "id": "tea", "costPerCase": 20.5, "factoryPerCase": 30, "channelPerCase": 34.5, "retailPerUnit": 3 } ],
          "regions": [ {
            "id": "line", "terminals": { "live": { "region": "line" } }, "travel": { "costs": "fitted", "roads": "live", "sampledDays": 16 },
            "fieldForce": { "staffing": [ { "from": "2026-01-05", "reps": 1 } ] }
          } ]
        }
        """;

    [Fact]
    public async Task Simulate_OnTheRegionsOwnRoads_TellsTheirError()
    {
        using var scratch = new Scratch();
        var roads = await FoundAsync(scratch);
        scratch.File("market.json", Market);

        var run = await CommandRun.OfAsync(scratch.Path, "simulate", "market.json", "--replications", "2", "--data", "data", "--quiet");

        run.Exit.ShouldBe(0, string.Join('\n', run.Errors));
        run.Of("fieldCosts")[0]!["visitMinutes"]!["heldOutDays"]!.GetValue<int>().ShouldBe(4);
        File.Delete(roads);
        var refused = await CommandRun.OfAsync(scratch.Path, "simulate", "market.json", "--replications", "2", "--data", "data", "--quiet");
        refused.Exit.ShouldBe(1);
        refused.Errors.ShouldHaveSingleItem().ShouldStartWith("market.json: regions[0].travel.roads:");
    }

    [Fact]
    public async Task Expand_IntoALiveRegion_TakesItsTerminalsAndItsRoads()
    {
        using var scratch = new Scratch();
        await FoundAsync(scratch);
        var scenario = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Root(), "docs", "examples", "expansion", "scenario.json")))!.AsObject();
        scenario["regions"] = new JsonArray(new JsonObject { ["id"] = "line", ["name"] = "line", ["census"] = "live:line", ["roads"] = "live:line", ["startDespiteGate"] = "a test" });
        scenario.Remove("travel");
        scratch.File("scenario.json", scenario.ToJsonString());

        var run = await CommandRun.OfAsync(scratch.Path, "expand", "scenario.json", "--iterations", "20", "--data", "data", "--quiet");
        scenario["regions"]![0]!["roads"] = "live:nowhere";
        scratch.File("scenario.json", scenario.ToJsonString());
        var refused = await CommandRun.OfAsync(scratch.Path, "expand", "scenario.json", "--iterations", "20", "--data", "data", "--quiet");

        run.Exit.ShouldBe(0, string.Join('\n', run.Errors));
        var region = run.Of("regions")[0]!;
        region["terminals"]!.GetValue<int>().ShouldBe(Outlets);
        // Out to the road's end and back is 2 x 6.1 km at most, which the template's own ways say nothing of.
        region["travelMinutesPerVisit"]!.GetValue<double>().ShouldNotBe(scenario["template"]!["travelMinutesPerVisit"]!.GetValue<double>());
        refused.Exit.ShouldBe(1);
        refused.Errors.ShouldHaveSingleItem().ShouldStartWith("scenario.json: $.regions[0].roads:");
    }

    private static GeoPoint PlaceOf(int number) => new(StepDegrees * number, 0);

    /// <returns>The file of the region's roads.</returns>
    private static async Task<string> FoundAsync(Scratch scratch)
    {
        var data = Path.Combine(scratch.Path, "data");
        Directory.CreateDirectory(data);
        var journal = await SqliteJournal.OpenAsync(new SqliteJournalOptions { Path = Path.Combine(data, "journal.db") }, [new TerritoryProjection()]);
        await using (journal)
        {
            await AppendAsync(journal, ActorKind.Territory, Region.Value, new RegionCreated(new Region
            {
                Id = Region,
                Name = new("直线", "Line"),
                TimeZone = "UTC",
                Currency = "CNY",
                Calendar = WorkingCalendar.SixDayWeek,
                Bounds = new GeoBounds(-0.1, -0.1, 0.3, 0.1),
                ClassPolicies = ClassPolicy.Standard,
                MapAttribution = "none",
            }));
            for (var number = 0; number < Outlets; number++)
            {
                await AppendAsync(journal, ActorKind.Terminal, $"T{number}", new TerminalRegistered(
                    new TerminalFile
                    {
                        Id = new TerminalId($"T{number}"),
                        Region = Region,
                        Name = $"shop {number}",
                        Kind = TerminalKind.Convenience,
                        Class = (TerminalClass)(number % 3),
                        Location = PlaceOf(number),
                        ListedProducts = [],
                        CategoryVolumePerMonth = new Cases(40),
                        OpeningHours = OpeningHours.Daily(TimeOfDay.At(8), TimeOfDay.At(22)),
                    },
                    null, new DateOnly(2026, 1, 1)));
            }
        }

        var builder = new RoadNetworkBuilder();
        var nodes = Enumerable.Range(0, Outlets).Select(number => builder.AddNode(PlaceOf(number))).ToArray();
        for (var segment = 1; segment < Outlets; segment++)
            builder.AddWay(new RoadWay { Nodes = [nodes[segment - 1], nodes[segment]], Class = RoadClass.Secondary });
        var roads = RegionFolder.RoadsFile(data, Region);
        Directory.CreateDirectory(Path.GetDirectoryName(roads)!);
        builder.Build().Save(roads);
        return roads;
    }

    private static async Task AppendAsync(SqliteJournal journal, string kind, string key, IEvent happened) => await journal.AppendAsync(new AppendRequest(
        StreamId.Of(kind, key), AppendRequest.AnyVersion, CommandId.New(), "test",
        [new EventData(EventCodec.AliasOf(happened), EventCodec.Encode(happened))], ReadOnlyMemory<byte>.Empty));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Territory.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests must run inside the repository.");
    }
}
