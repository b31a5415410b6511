using Territory.Model.Calendar;
using Territory.Model.Terminals;
using Territory.Simulation.Batch;
using Territory.Simulation.Market;
using Territory.Simulation.Market.Reports;

namespace Territory.Simulation.Tests.Market;

public sealed class MarketDayTests
{
    private const int Days = 9;

    [Fact]
    public async Task AdvanceTo_PacedInSmallSteps_EqualsADayInOneGo()
    {
        var world = await OpenWorldAsync(new TestMarket());
        for (var date = TestMarket.Monday; date < TestMarket.Monday.AddDays(Days); date = date.AddDays(1))
        {
            var day = await MarketDay.OpenAsync(world, date, TestContext.Current.CancellationToken);
            for (var time = 0; time <= 24 * 3600; time += 97)
                await day.AdvanceToAsync(new TimeOfDay(time), TestContext.Current.CancellationToken);
            await day.AdvanceToAsync(TimeOfDay.EndOfDay, TestContext.Current.CancellationToken);
            day.IsOver.ShouldBeTrue();
        }

        world.StateHash().ShouldBe(await ReferenceHashAsync());
    }

    [Fact]
    public async Task AdvanceTo_WorldAnswersLateAndOutOfStep_EqualsAWorldInMemory()
    {
        var inner = await OpenWorldAsync(new TestMarket());
        await RunAsync(new WatchedWorld(inner) { IsLate = true }, Days);
        inner.StateHash().ShouldBe(await ReferenceHashAsync());
    }

    /// <summary>A process that dies at any event and starts again from what the world has on record.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(40)]
    public async Task Open_AgainAfterEveryFewEvents_EqualsAnUninterruptedRun(int events)
    {
        var world = await OpenWorldAsync(new TestMarket());
        for (var date = TestMarket.Monday; date < TestMarket.Monday.AddDays(Days); date = date.AddDays(1))
        {
            var day = await MarketDay.OpenAsync(world, date, TestContext.Current.CancellationToken);
            for (var done = 0; !day.IsOver;)
            {
                done += await day.StepAsync(day.NextEventAt!.Value, TestContext.Current.CancellationToken);
                if (done < events)
                    continue;
                done = 0;
                day = await MarketDay.OpenAsync(world, date, TestContext.Current.CancellationToken);
            }
        }

        world.StateHash().ShouldBe(await ReferenceHashAsync());
    }

    /// <summary>What follows from a departure in the world may be missing after a crash, so it hears of it again.</summary>
    [Fact]
    public async Task Open_AgainWithAVehicleOnItsWay_SendsItsDepartureAgain()
    {
        var world = new WatchedWorld(await OpenWorldAsync(new TestMarket()));
        var token = TestContext.Current.CancellationToken;
        // Monday's orders leave on Tuesday.
        await RunAsync(world, days: 1);
        var tuesday = TestMarket.Monday.AddDays(1);
        var day = await MarketDay.OpenAsync(world, tuesday, token);
        while (!world.Sent.OfType<TripDeparture>().Any(trip => trip.Date == tuesday))
            await day.StepAsync(day.NextEventAt!.Value, token);
        var sent = world.Sent.OfType<TripDeparture>().Last();
        var before = world.Sent.Count;

        await MarketDay.OpenAsync(world, tuesday, token);

        var again = world.Sent.Skip(before).OfType<TripDeparture>().Single(trip => trip.Command == sent.Command);
        (again with { Orders = [] }).ShouldBe(sent with { Orders = [] });
        again.Orders.ShouldBe(sent.Orders);
    }

    /// <summary>Calls fail before and after they act; the day goes on, or is opened again, and sends the same commands.</summary>
    [Theory]
    [InlineData(7, false)]
    [InlineData(13, false)]
    [InlineData(29, true)]
    [InlineData(43, true)]
    public async Task Step_WorldFailsNowAndThen_EqualsAnUninterruptedRun(int failEvery, bool startsAgain)
    {
        var inner = await OpenWorldAsync(new TestMarket());
        var world = new WatchedWorld(inner) { FailEvery = failEvery, IsLate = true };
        for (var date = TestMarket.Monday; date < TestMarket.Monday.AddDays(Days); date = date.AddDays(1))
        {
            MarketDay? day = null;
            while (day is not { IsOver: true })
            {
                try
                {
                    day ??= await MarketDay.OpenAsync(world, date, TestContext.Current.CancellationToken);
                    await day.AdvanceToAsync(TimeOfDay.EndOfDay, TestContext.Current.CancellationToken);
                }
                catch (IOException)
                {
                    day = startsAgain ? null : day;
                }
            }
        }

        world.Failures.ShouldBeGreaterThan(40);
        inner.StateHash().ShouldBe(await ReferenceHashAsync());
    }

    [Fact]
    public async Task Advance_EachOutlet_IsSettledWithoutGapOrOverlapInTimeOrder()
    {
        var world = new WatchedWorld(await OpenWorldAsync(new TestMarket()));
        await RunAsync(world, Days);
        var intervals = world.Sent.OfType<SalesInterval>().Concat(world.Sent.OfType<IReadOnlyList<SalesInterval>>().SelectMany(list => list));
        foreach (var day in intervals.GroupBy(interval => (interval.Terminal, interval.Date)))
        {
            var until = TimeOfDay.Midnight;
            var number = 0;
            foreach (var interval in day)
            {
                interval.From.ShouldBe(until);
                interval.Number.ShouldBe(number++);
                interval.To.ShouldBeGreaterThan(until);
                until = interval.To;
            }

            until.ShouldBe(Territory.Simulation.Market.Rules.DayProfile.Of(world.Setup[day.Key.Terminal], day.Key.Date).Closes);
        }
    }

    [Fact]
    public async Task Advance_EveryAgent_ReportsInTimeOrderAndAfterItsTravel()
    {
        var world = new WatchedWorld(await OpenWorldAsync(new TestMarket()));
        await RunAsync(world, Days);
        foreach (var visits in world.Sent.OfType<VisitCheckOut>().GroupBy(visit => (visit.Rep, visit.Date)))
        {
            var free = TimeOfDay.At(8);
            foreach (var visit in visits)
            {
                visit.Arrival.ShouldBeGreaterThan(free);
                visit.Departure.ShouldBeGreaterThan(visit.Arrival);
                visit.Steps.Count.ShouldBe(visit.Outcome == VisitOutcome.FoundClosed ? 1 : 8);
                free = visit.Departure;
            }
        }

        world.Sent.OfType<VisitCheckOut>().Count().ShouldBeGreaterThan(8 * 3 * 10);
        foreach (var drops in world.Sent.OfType<DeliveryReport>().GroupBy(drop => (drop.Vehicle, drop.Date)))
        {
            var free = TimeOfDay.At(7);
            foreach (var drop in drops)
            {
                drop.Arrival.ShouldBeGreaterThanOrEqualTo(free);
                drop.ServiceStart.ShouldBeGreaterThanOrEqualTo(drop.Arrival);
                free = drop.Departure;
            }
        }

        world.Sent.OfType<DeliveryReport>().Count().ShouldBeGreaterThan(40);
    }

    [Fact]
    public async Task Advance_NoNoise_KeepsThePlannedTimes()
    {
        var rates = MarketRates.Standard with { Travel = NoiseRange.None, Service = NoiseRange.None, ClosedChance = 0, NoCashChance = 0 };
        var world = new WatchedWorld(await OpenWorldAsync(new TestMarket { Rates = rates }));
        var plans = (await world.GetPlansAsync(TestMarket.Monday, -1, TestContext.Current.CancellationToken))!;
        await RunAsync(world, 1);
        var planned = plans.Visits.SelectMany(plan => plan.Visits.Where(visit => visit.Arrival <= TimeOfDay.At(17, 30))).ToDictionary(
            visit => visit.Terminal, visit => (visit.Arrival, visit.Departure));
        var done = world.Sent.OfType<VisitCheckOut>().Where(visit => visit.Outcome != VisitOutcome.FoundClosed).ToList();
        done.Count.ShouldBe(planned.Count);
        foreach (var visit in done)
            (visit.Arrival, visit.Departure).ShouldBe(planned[visit.Terminal]);
    }

    [Fact]
    public async Task Advance_PlanChangesDuringTheDay_IsFollowedFromTheNextStop()
    {
        var inner = await OpenWorldAsync(new TestMarket());
        var world = new WatchedWorld(inner);
        var day = await MarketDay.OpenAsync(world, TestMarket.Monday, TestContext.Current.CancellationToken);
        await day.AdvanceToAsync(TimeOfDay.At(10), TestContext.Current.CancellationToken);
        var plans = (await inner.GetPlansAsync(TestMarket.Monday, -1, TestContext.Current.CancellationToken))!;
        var cut = plans.Visits.Select(plan => plan with { Visits = [.. plan.Visits.Reverse()] }).ToList();
        inner.Publish(plans with { Revision = plans.Revision + 1, Visits = cut });
        await day.AdvanceToAsync(TimeOfDay.EndOfDay, TestContext.Current.CancellationToken);

        foreach (var rep in world.Sent.OfType<VisitCheckIn>().GroupBy(visit => visit.Rep))
        {
            var original = plans.Visits.Single(plan => plan.Rep == rep.Key).Visits.Select(visit => visit.Terminal).ToList();
            var order = rep.Select(visit => original.IndexOf(visit.Terminal)).ToList();
            order.Distinct().Count().ShouldBe(order.Count);
            // In the first plan's order up to the leg under way at ten, then from its far end.
            var turn = order.IndexOf(original.Count - 1);
            turn.ShouldBeGreaterThan(1);
            order.Take(turn).ShouldBe(Enumerable.Range(0, turn));
            order.Skip(turn).ShouldBe(order.Skip(turn).OrderDescending());
        }
    }

    [Fact]
    public async Task Agents_DuringTheDay_MoveFromStopToStop()
    {
        var world = await OpenWorldAsync(new TestMarket());
        var day = await MarketDay.OpenAsync(world, TestMarket.Monday, TestContext.Current.CancellationToken);
        var moving = 0;
        for (var time = TimeOfDay.At(7); time < TimeOfDay.At(19); time += new Model.Quantities.Duration(60))
        {
            await day.AdvanceToAsync(time, TestContext.Current.CancellationToken);
            day.Agents.Count.ShouldBe(world.Setup.Reps.Count + world.Setup.Vehicles.Count);
            foreach (var agent in day.Agents)
            {
                agent.Arrival.ShouldBeGreaterThanOrEqualTo(agent.Departure);
                agent.ProgressAt(time).ShouldBeInRange(0, 1);
                moving += agent.IsMovingAt(time) ? 1 : 0;
            }
        }

        moving.ShouldBeGreaterThan(50);
        day.Agents.Where(agent => agent.Kind == AgentKind.Rep).ShouldAllBe(agent => agent.To.Terminal == null);
    }

    [Fact]
    public async Task Open_DayOff_OnlySellsAndCloses()
    {
        var world = new WatchedWorld(await OpenWorldAsync(new TestMarket()));
        var sunday = TestMarket.Monday.AddDays(6);
        var day = await MarketDay.OpenAsync(world, sunday, TestContext.Current.CancellationToken);
        await day.AdvanceToAsync(TimeOfDay.EndOfDay, TestContext.Current.CancellationToken);
        world.Sent.ShouldAllBe(message => message is IReadOnlyList<SalesInterval> || message is DayClosing);
    }

    [Fact]
    public async Task Advance_OutletNotActive_SellsNothing()
    {
        var setup = new TestMarket().Build();
        var closed = setup.Terminals.Select((terminal, index) => index < 30 ? terminal with { Status = TerminalStatus.Closed } : terminal).ToList();
        setup = new MarketSetup(
            setup.Region, setup.Products, closed, setup.Distributors, setup.Reps, setup.Vehicles, setup.Travel, setup.Seed);
        var world = new BatchWorld(setup, new InTurnPlanner(), TestMarket.Monday);
        await RunAsync(world, 2);
        var shut = closed.Take(30).Select(terminal => terminal.Id).ToHashSet();
        world.Ledger().Where(line => shut.Contains(line.Terminal)).ShouldAllBe(line => line.Sold + line.Lost == 0);
        world.Ledger().Where(line => !shut.Contains(line.Terminal)).Sum(line => line.Sold).ShouldBeGreaterThan(0);
    }

    private static async Task<string> ReferenceHashAsync()
    {
        var world = await OpenWorldAsync(new TestMarket());
        await RunAsync(world, Days);
        return world.StateHash();
    }

    private static async Task<BatchWorld> OpenWorldAsync(TestMarket market)
    {
        var world = new BatchWorld(market.Build(), new InTurnPlanner(), TestMarket.Monday);
        await world.PlanAsync(TestMarket.Monday, TestContext.Current.CancellationToken);
        return world;
    }

    private static async Task RunAsync(IMarketWorld world, int days)
    {
        for (var date = TestMarket.Monday; date < TestMarket.Monday.AddDays(days); date = date.AddDays(1))
        {
            var day = await MarketDay.OpenAsync(world, date, TestContext.Current.CancellationToken);
            await day.AdvanceToAsync(TimeOfDay.EndOfDay, TestContext.Current.CancellationToken);
        }
    }
}
