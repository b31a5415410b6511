using Territory.Model.Calendar;
using Territory.Model.Ids;
using Territory.Model.Payments;
using Territory.Model.Quantities;
using Territory.Simulation.Batch;
using Territory.Simulation.KnownAnswers.Markets;
using Territory.Simulation.Market;
using Territory.Simulation.Market.Reports;
using Territory.Simulation.Tests.Market;

namespace Territory.Simulation.Tests.KnownAnswers.Markets;

/// <summary>Books that balance show something only if they would not balance otherwise.</summary>
public sealed class MarketBooksTests
{
    private const int Days = 10;

    [Fact]
    public async Task Books_EverythingReported_Balance()
    {
        var (world, audited) = await WorldAsync();
        await RunAsync(world, audited, _ => default);
        audited.Books.GoodsImbalances.ShouldBe(0);
        audited.Books.CashImbalances.ShouldBe(0);
        audited.Books.UnitsDelivered.ShouldBeGreaterThan(0);
        audited.Books.MoneyPaid.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Books_APaymentPastThem_ShowInTheAccountEveryDayAfter()
    {
        var (world, audited) = await WorldAsync();
        await RunAsync(world, audited, day => day != 8 ? default : world.RecordPaymentAsync(
            new PaymentReport(new CommandId(Guid.NewGuid()), new TerminalId("T0000"), null, null, GridMarket.FirstDay.AddDays(8), TimeOfDay.At(9), new Money(1), PaymentMethod.Cash),
            TestContext.Current.CancellationToken));
        audited.Books.GoodsImbalances.ShouldBe(0);
        // The account on days 8 and 9, and the distributor's cash on day 8.
        audited.Books.CashImbalances.ShouldBe(3);
    }

    [Fact]
    public async Task Books_SalesPastThem_ShowOnTheShelf()
    {
        var (world, audited) = await WorldAsync();
        var line = world.Ledger().First(line => line.Stock > 0);
        await RunAsync(world, audited, day => day != 0 ? default : world.SettleSalesAsync(
            new SalesInterval(new CommandId(Guid.NewGuid()), line.Terminal, GridMarket.FirstDay, 99, TimeOfDay.At(1), TimeOfDay.At(1), [new ProductDemand(line.Product, new Units(1))]),
            TestContext.Current.CancellationToken));
        audited.Books.GoodsImbalances.ShouldBeGreaterThan(0);
        audited.Books.CashImbalances.ShouldBe(0);
    }

    private static async Task<(BatchWorld World, AuditedWorld Audited)> WorldAsync()
    {
        var world = new BatchWorld(new GridMarket { Terminals = 16 }.Build(), new InTurnPlanner(), GridMarket.FirstDay);
        await world.PlanAsync(GridMarket.FirstDay, TestContext.Current.CancellationToken);
        return (world, new AuditedWorld(world));
    }

    private static async Task RunAsync(BatchWorld world, AuditedWorld audited, Func<int, ValueTask> onDay)
    {
        for (var number = 0; number < Days; number++)
        {
            var day = await MarketDay.OpenAsync(audited, GridMarket.FirstDay.AddDays(number), TestContext.Current.CancellationToken);
            await onDay(number);
            await day.AdvanceToAsync(TimeOfDay.EndOfDay, TestContext.Current.CancellationToken);
        }

        world.Figures.Date.ShouldBe(GridMarket.FirstDay.AddDays(Days - 1));
    }
}
