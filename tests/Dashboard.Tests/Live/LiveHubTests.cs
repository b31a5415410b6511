using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Territory.Contracts.Plans;
using Territory.Contracts.Terminals;
using Territory.Contracts.Territories;
using Territory.Dashboard.People;
using Territory.Dashboard.Tests.Fixtures;
using Territory.Model.Ids;
using Territory.Model.Quantities;
using Territory.ReadModel.Actors;

namespace Territory.Dashboard.Tests.Live;

/// <summary>The live hub over a real WebSocket, a real journal and the territory's own grain.</summary>
public sealed class LiveHubTests(DashboardHost host) : IClassFixture<DashboardHost>
{
    [Fact]
    public async Task Open_OfAPlanner_GetsASnapshotWithOutletsAndTotals()
    {
        using var browser = await host.SignedInAsync(Role.Planner);
        await using var live = await HubConnection.ConnectAsync(browser);
        await live.OpenAsync();

        var first = await live.NextAsync();
        await live.UntilAsync(frame => frame.TryGetProperty("totals", out _));

        first.GetProperty("snapshot").GetBoolean().ShouldBeTrue();
        live.Tables.Outlets.Count.ShouldBe(8);
        var outlets = await browser.ReadAsync($"/api/regions/{Sample.Region}/outlets");
        for (var i = 0; i < 8; i++)
        {
            var (cover, since, outOfStock, listed) = live.Tables.Outlets[outlets.GetProperty("index")[i].GetUInt32()];
            cover.ShouldBe(outlets.GetProperty("coverDays")[i] is { ValueKind: JsonValueKind.Number } days ? (ushort)(days.GetDouble() * 10) : ushort.MaxValue);
            since.ShouldBe(outlets.GetProperty("sinceVisitDays")[i] is { ValueKind: JsonValueKind.Number } since2 ? since2.GetUInt16() : ushort.MaxValue);
            outOfStock.ShouldBe(outlets.GetProperty("outOfStock")[i].GetByte());
            listed.ShouldBe(outlets.GetProperty("listed")[i].GetByte());
        }
    }

    [Fact]
    public async Task Event_InTheJournal_ReachesTheClientWithItsFigures()
    {
        using var browser = await host.SignedInAsync(Role.Planner);
        await using var live = await HubConnection.ConnectAsync(browser);
        await live.OpenAsync();
        await live.UntilAsync(_ => live.Tables.Outlets.Count == 8);
        var index = await IndexOfAsync(browser, "T7");
        live.Tables.Outlets[index].OutOfStock.ShouldBe((byte)2);

        await CountAsync("T7", cola: 5, tea: 0);
        await live.UntilAsync(_ => live.Tables.Outlets[index].OutOfStock == 1);
        await CountAsync("T7", cola: 0, tea: 0);
        await live.UntilAsync(_ => live.Tables.Outlets[index].OutOfStock == 2);
    }

    [Fact]
    public async Task Positions_ReportedToTheTerritory_ReachThoseWhoMaySeeThem()
    {
        using var planner = await host.SignedInAsync(Role.Planner);
        using var rep = await host.SignedInAsync(Role.Rep);
        await using var all = await HubConnection.ConnectAsync(planner);
        await using var own = await HubConnection.ConnectAsync(rep);
        await all.OpenAsync();
        await own.OpenAsync();
        await all.NextAsync();
        await own.NextAsync();
        using var stop = new CancellationTokenSource();
        var reporting = ReportAsync(stop.Token);

        await all.UntilAsync(_ => all.Tables.Movers.Count == 3);
        await own.UntilAsync(_ => own.Tables.Movers.Count >= 1);
        await own.NextAsync();
        await own.NextAsync();
        await stop.CancelAsync();
        await reporting;

        all.Tables.Movers.Keys.ShouldBe([Sample.EastRep, Sample.WestRep, Sample.EastVehicle], ignoreOrder: true);
        own.Tables.Movers.Keys.ShouldBe([Sample.EastRep]);
        all.Tables.Movers[Sample.EastVehicle].ShouldBe(((byte)1, (byte)2, 115.45f, 31.81f, 90f));
    }

    [Fact]
    public async Task Reconnect_WithTheLastSequence_GetsTheDifferenceWithoutGaps()
    {
        using var browser = await host.SignedInAsync(Role.Planner);
        var first = await HubConnection.ConnectAsync(browser);
        await first.OpenAsync();
        await first.UntilAsync(_ => first.Tables.Outlets.Count == 8);
        var index = await IndexOfAsync(browser, "T6");
        await first.DisposeAsync();

        await CountAsync("T6", cola: 9, tea: 9);
        await using var second = await HubConnection.ConnectAsync(browser);
        await second.OpenAsync(first.LastSequence);
        var resumed = await second.NextAsync();
        await second.UntilAsync(_ => second.Tables.Outlets.ContainsKey(index));

        resumed.GetProperty("snapshot").GetBoolean().ShouldBeFalse();
        second.Tables.Outlets[index].OutOfStock.ShouldBe((byte)0);
        second.Tables.Outlets.Count.ShouldBeLessThan(8, "the rest is known");
    }

    [Fact]
    public async Task Reconnect_WithASequenceOfAnotherRun_GetsASnapshot()
    {
        using var browser = await host.SignedInAsync(Role.Planner);
        await using var live = await HubConnection.ConnectAsync(browser);

        await live.OpenAsync(lastSequence: 12345);

        (await live.NextAsync()).GetProperty("snapshot").GetBoolean().ShouldBeTrue();
        await live.UntilAsync(_ => live.Tables.Outlets.Count == 8);
    }

    [Fact]
    public async Task Run_BegunOrEnded_IsToldToThoseConcerned()
    {
        using var east = await host.SignedInAsync(Role.Dispatcher);
        using var planner = await host.SignedInAsync(Role.Planner);
        await using var dispatcher = await HubConnection.ConnectAsync(east);
        await using var all = await HubConnection.ConnectAsync(planner);
        await dispatcher.OpenAsync();
        await all.OpenAsync();
        await dispatcher.NextAsync();
        await all.NextAsync();
        using var stop = new CancellationTokenSource();
        var announcing = AnnounceAsync(PlanKey.Of(new DistributorId(Sample.West), Sample.Today), stop.Token);

        var told = new List<string>();
        await all.UntilAsync(frame => Parties(frame, told).Contains(Sample.West));
        var toldEast = new List<string>();
        Parties(await dispatcher.NextAsync(), toldEast);
        Parties(await dispatcher.NextAsync(), toldEast);
        await stop.CancelAsync();
        await announcing;

        toldEast.ShouldBeEmpty();
    }

    [Fact]
    public async Task Plans_ProposedForADistributor_AreToldToThoseConcerned()
    {
        using var east = await host.SignedInAsync(Role.Dispatcher);
        using var planner = await host.SignedInAsync(Role.Planner);
        await using var dispatcher = await HubConnection.ConnectAsync(east);
        await using var all = await HubConnection.ConnectAsync(planner);
        await dispatcher.OpenAsync();
        await all.OpenAsync();
        await dispatcher.NextAsync();
        await all.UntilAsync(_ => all.Tables.Outlets.Count == 8);

        var tomorrow = Sample.Today.AddDays(1);
        var key = PlanKey.Of(new DistributorId(Sample.West), tomorrow);
        await host.AppendAsync([(ActorKind.DeliveryPlan, key, new DeliveryPlanProposed(Sample.NewDeliveryPlan(Sample.West, tomorrow, 1, (Sample.WestVehicle, [5]))))]);
        key = PlanKey.Of(new DistributorId(Sample.East), tomorrow);
        await host.AppendAsync([(ActorKind.DeliveryPlan, key, new DeliveryPlanProposed(Sample.NewDeliveryPlan(Sample.East, tomorrow, 1, (Sample.EastVehicle, [1]))))]);

        var told = new List<string>();
        await dispatcher.UntilAsync(frame => Parties(frame, told).Contains(Sample.East));
        told.ShouldNotContain(Sample.West);
        await all.UntilAsync(frame => Parties(frame, told).Contains(Sample.West));
    }

    [Fact]
    public async Task NewOutlet_InTheRegion_TellsClientsToLoadTheListAgain()
    {
        await using var own = new DashboardHost();
        await own.InitializeAsync();
        using var browser = await own.SignedInAsync(Role.Planner);
        await using var live = await HubConnection.ConnectAsync(browser);
        await live.OpenAsync();
        await live.UntilAsync(_ => live.Tables.Outlets.Count == 8);

        await own.AppendAsync([(ActorKind.Terminal, "T20", new TerminalRegistered(Sample.NewTerminal(20), null, Sample.Today))]);

        await live.UntilAsync(frame => frame.TryGetProperty("directory", out _));
        await live.UntilAsync(_ => live.Tables.Outlets.Count == 9);
    }

    [Fact]
    public async Task Disable_OfAConnectedPerson_EndsTheirConnection()
    {
        using var administrator = await host.SignedInAsync(Role.Administrator, region: null);
        using var browser = await host.SignedInAsync(Role.Dispatcher);
        await using var live = await HubConnection.ConnectAsync(browser);
        await live.OpenAsync();
        await live.NextAsync();

        (await administrator.SendAsync(HttpMethod.Patch, $"/api/people/{browser.Person!.Id}", new { disabled = true })).EnsureSuccessStatusCode();

        await live.Closed.WaitAsync(TimeSpan.FromSeconds(20));
        await Should.ThrowAsync<WebSocketException>(async () => await HubConnection.ConnectAsync(browser));
    }

    [Fact]
    public async Task Open_OfARegionOutOfScope_IsRefusedLikeOneThatDoesNotExist()
    {
        using var browser = await host.SignedInAsync(Role.Dispatcher);
        await using var live = await HubConnection.ConnectAsync(browser);

        var hidden = await Should.ThrowAsync<InvalidOperationException>(() => live.OpenAsync(region: Sample.OtherRegion));
        var absent = await Should.ThrowAsync<InvalidOperationException>(() => live.OpenAsync(region: "nowhere"));

        hidden.Message.ShouldContain("region.unknown");
        absent.Message.ShouldBe(hidden.Message);
    }

    [Fact]
    public async Task Connect_WithoutASession_IsRefused()
    {
        using var browser = new Browser(host.Address);

        await Should.ThrowAsync<WebSocketException>(async () => await HubConnection.ConnectAsync(browser));
    }

    [Fact]
    public async Task Connect_FromAnotherOrigin_IsRefused()
    {
        using var browser = await host.SignedInAsync(Role.Planner);
        using var socket = new ClientWebSocket();
        socket.Options.Cookies = browser.Cookies;
        socket.Options.SetRequestHeader("Origin", "http://evil.example");

        await Should.ThrowAsync<WebSocketException>(() =>
            socket.ConnectAsync(new UriBuilder(browser.Address) { Scheme = "ws", Path = "/live" }.Uri, CancellationToken.None));
    }

    private Task<long> CountAsync(string terminal, int cola, int tea) => host.AppendAsync(
    [
        (ActorKind.Terminal, terminal, new StockCounted(
            [
                new CountedLine(new ProductId(Sample.Cola), new Units(cola), default, null),
                new CountedLine(new ProductId(Sample.Tea), new Units(tea), default, null),
            ],
            Sample.Start,
            Sample.Today)),
    ]);

    private async Task AnnounceAsync(string plan, CancellationToken cancellationToken)
    {
        // Best effort as well: announced until it has been seen.
        var territory = host.Application.Services.GetRequiredService<IGrainFactory>().GetGrain<ITerritoryGrain>(Sample.Region);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!cancellationToken.IsCancellationRequested)
        {
            await territory.AnnounceRun(new RunNews(plan));
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    private async Task ReportAsync(CancellationToken cancellationToken)
    {
        // Positions are best effort and reach only those who watch already, so they are reported until they have been seen.
        var territory = host.Application.Services.GetRequiredService<IGrainFactory>().GetGrain<ITerritoryGrain>(Sample.Region);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        for (var step = 0; !cancellationToken.IsCancellationRequested; step++)
        {
            await territory.ReportPositions(new PositionReport(Sample.Start,
            [
                new MoverPosition(MoverKind.Rep, Sample.WestRep, 115.5, 31.8, step, MoverActivity.Travelling),
                new MoverPosition(MoverKind.Rep, Sample.EastRep, 115.4, 31.8, step, MoverActivity.Travelling),
                new MoverPosition(MoverKind.Vehicle, Sample.EastVehicle, 115.45, 31.81, 90, MoverActivity.AtStop),
            ]));
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    private static async Task<uint> IndexOfAsync(Browser browser, string terminal)
    {
        var outlets = await browser.ReadAsync($"/api/regions/{Sample.Region}/outlets");
        var row = outlets.GetProperty("ids").EnumerateArray().ToList().FindIndex(id => id.GetString() == terminal);
        return outlets.GetProperty("index")[row].GetUInt32();
    }

    private static List<string> Parties(JsonElement frame, List<string> told)
    {
        if (frame.TryGetProperty("plans", out var plans))
            told.AddRange(plans.EnumerateArray().Select(plan => plan.GetProperty("party").GetString()!));
        return told;
    }
}
