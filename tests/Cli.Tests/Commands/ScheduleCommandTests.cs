using System.Globalization;
using Territory.Contracts;
using Territory.Contracts.Terminals;
using Territory.Demo;
using Territory.Model.Calendar;
using Territory.Model.Ids;
using Territory.Model.Quantities;
using Territory.Model.Visits;

namespace Territory.Cli.Tests.Commands;

/// <summary>Schedules from live stocks and sales of a small region of the tests' own founding, without a road network.</summary>
public sealed class ScheduleCommandTests
{
    private const int Outlets = 24;
    private const int UnitsADay = 48;

    /// <summary>A Saturday: the second day is no working day.</summary>
    private static readonly DateOnly From = new(2026, 9, 12);

    [Fact]
    public async Task Schedule_OfLiveStocks_ServesOutletsOnWorkingDaysBeforeTheyRunOut()
    {
        using var scratch = new Scratch();
        await FoundAsync(scratch.Path);

        var run = await RunAsync(scratch.Path, "--out", "plans");

        run.Exit.ShouldBe(0, string.Join('\n', run.Errors));
        run.Text("policy").ShouldBe("maximum-level");
        var schedules = run.Of("schedules").AsArray().Select(schedule => schedule!.AsObject()).ToList();
        schedules.Count.ShouldBe(DemoCounty.Distributors);
        var trips = schedules.SelectMany(schedule => schedule["trips"]!.AsArray()).Select(trip => trip!.AsObject()).ToList();
        var served = trips.SelectMany(trip => trip["stops"]!.AsArray()).Select(stop => (string)stop!["terminal"]!).ToList();
        // Every outlet holds two days' sales and sells all five.
        served.Distinct().Count().ShouldBe(Outlets);
        trips.ShouldAllBe(trip => DateOnly.Parse((string)trip["date"]!, CultureInfo.InvariantCulture) != From.AddDays(1));
        schedules.SelectMany(schedule => schedule["stockOuts"]!.AsArray()).ShouldBeEmpty();
        var cases = trips.SelectMany(trip => trip["stops"]!.AsArray()).Sum(stop => (int)stop!["cases"]!);
        schedules.Sum(schedule => (int)schedule["cases"]!).ShouldBe(cases);

        var files = Directory.GetFiles(Path.Combine(scratch.Path, "plans"), "*.csv");
        files.Length.ShouldBe(DemoCounty.Distributors);
        files.Sum(file => File.ReadAllLines(file).Length - 1).ShouldBe(served.Count);
        (await RunAsync(scratch.Path)).Of("schedules").ToJsonString().ShouldBe(run.Of("schedules").ToJsonString());
    }

    [Fact]
    public async Task Schedule_UnderOrderUpTo_FillsEveryOutletServed()
    {
        using var scratch = new Scratch();
        var unitsPerCase = await FoundAsync(scratch.Path);

        var run = await RunAsync(scratch.Path, "--policy", "order-up-to", "--cover-days", "6");

        run.Exit.ShouldBe(0, string.Join('\n', run.Errors));
        var trips = run.Of("schedules").AsArray().SelectMany(schedule => schedule!["trips"]!.AsArray()).OrderBy(trip => (string)trip!["date"]!, StringComparer.Ordinal);
        var first = trips.SelectMany(trip => trip!["stops"]!.AsArray(), (trip, stop) => (Date: (string)trip!["date"]!, Terminal: (string)stop!["terminal"]!, Cases: (int)stop["cases"]!)).DistinctBy(stop => stop.Terminal).ToList();
        first.ShouldNotBeEmpty();
        // On Saturday the two days' stock is there, from Monday on nothing.
        var (cover, stock) = ((int)Math.Ceiling(6.0 * UnitsADay / unitsPerCase), (int)Math.Round(2.0 * UnitsADay / unitsPerCase, MidpointRounding.AwayFromZero));
        first.ShouldAllBe(stop => stop.Cases == (stop.Date == "2026-09-12" ? cover - stock : cover));
    }

    [Theory]
    [InlineData("--days", "0")]
    [InlineData("--days", "5", "--policy", "weekly")]
    [InlineData("--days", "5", "--iterations", "-1")]
    public async Task Schedule_WrongArguments_AreRefusedBeforeAnythingIsRead(params string[] arguments)
    {
        using var scratch = new Scratch();
        (await CommandRun.OfAsync(scratch.Path, ["plan", "schedule", "--region", "yunxi", "--from", "2026-09-12", .. arguments])).Exit.ShouldBe(2);
    }

    [Fact]
    public async Task Schedule_WithoutATerritory_IsRefused()
    {
        using var scratch = new Scratch();
        var run = await CommandRun.OfAsync(scratch.Path, "plan", "schedule", "--region", "yunxi", "--from", "2026-09-12", "--days", "5");
        run.Exit.ShouldBe(1);
        run.Errors.ShouldHaveSingleItem().ShouldContain("data.missing");
    }

    private static Task<CommandRun> RunAsync(string directory, params string[] more) => CommandRun.OfAsync(
        directory, ["plan", "schedule", "--region", "yunxi", "--from", From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "--days", "5", "--iterations", "500", "--quiet", .. more]);

    /// <summary>Outlets that are open every day, hold two days' sales of one product and have sold it for a day.</summary>
    /// <returns>Units of the product in a case.</returns>
    private static async Task<int> FoundAsync(string directory)
    {
        var county = DemoCounty.Generate(outlets: Outlets);
        var product = county.Products[0];
        var at = new DateTimeOffset(2026, 9, 11, 0, 0, 0, TimeSpan.FromHours(8));
        county = county with
        {
            Terminals = [.. county.Terminals.Select(file => file with { ListedProducts = [product.Id], OpeningHours = new OpeningHours([]), DeliveryWindow = null, DaysOff = default, LargestVehicle = null })],
        };
        await TerritoryAccess.OfThisProcess.RunAsync(
            Path.Combine(directory, "data"), [], new SilentConsole(directory), creates: true,
            async territory =>
            {
                var grains = territory.Get<IGrainFactory>();
                var cancellationToken = TestContext.Current.CancellationToken;
                await new RegionFounding(grains, county, new UserId("test"), at).RegisterAsync("test", cancellationToken);
                foreach (var file in county.Terminals)
                {
                    var terminal = grains.GetGrain<ITerminalGrain>(file.Id.Value);
                    var opened = await terminal.SetOpeningStock(new SetOpeningStock(Header(at), [new StockCountLine(product.Id, new Units(3 * UnitsADay))]), cancellationToken);
                    opened.Accepted.ShouldBeTrue(opened.RefusalCode);
                    var sold = await terminal.SettleSales(new SettleSales(Header(at.AddHours(20)), at, at.AddHours(20), 0, [new DemandLine(product.Id, new Units(UnitsADay))]), cancellationToken);
                    sold.Accepted.ShouldBeTrue(sold.RefusalCode);
                }

                return ExitStatus.Done;
            },
            TestContext.Current.CancellationToken);
        return product.UnitsPerCase;
    }

    private static CommandHeader Header(DateTimeOffset at) => new(CommandId.New(), new UserId("test"), at);
}
