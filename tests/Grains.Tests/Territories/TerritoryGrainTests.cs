using Territory.Contracts.Terminals;
using Territory.Contracts.Territories;
using Territory.Grains.Tests.Fixtures;
using Territory.Model.Calendar;
using Territory.Model.Ids;
using Territory.Model.Orders;
using Territory.Model.Products;
using Territory.Model.Quantities;
using Territory.ReadModel.Tests.Fixtures;

namespace Territory.Grains.Tests.Territories;

public sealed class TerritoryGrainTests
{
    [Fact]
    public async Task ListProducts_WithANewPrice_IsWhatTheNextOrderCosts()
    {
        await using var cluster = await TerritoryCluster.StartWithRegionAsync();
        await cluster.RegisterTerminalAsync();
        await OrderAsync(cluster, "O1");
        var dearer = Samples.Product(1) with { Prices = new PriceLadder(Money.FromMajor(20), Money.FromMajor(30), Money.FromMajor(40)) };

        (await Territory(cluster).ListProducts(new ListProducts(Header, [dearer]))).Accepted.ShouldBeTrue();
        await OrderAsync(cluster, "O2");

        using var snapshot = await cluster.Journal.OpenSnapshotAsync();
        using var rows = snapshot.Query("SELECT value FROM orders ORDER BY id");
        var values = new List<long>();
        while (rows.Read())
            values.Add(rows.GetInt64(0));
        values.ShouldBe([Money.FromMajor(24).MinorUnits, Money.FromMajor(30).MinorUnits]);
        (await Territory(cluster).GetSnapshot())!.Products.Count.ShouldBe(3);
    }

    [Fact]
    public async Task ListProducts_PricesThatDoNotRise_AreRefused()
    {
        await using var cluster = await TerritoryCluster.StartWithRegionAsync();
        var flat = Samples.Product(1) with { Prices = new PriceLadder(Money.FromMajor(20), Money.FromMajor(20), Money.FromMajor(40)) };

        (await Territory(cluster).ListProducts(new ListProducts(Header, [flat]))).RefusalCode.ShouldBe("product.prices-do-not-rise");
    }

    [Fact]
    public async Task ListProducts_AnotherCaseSize_IsRefused()
    {
        await using var cluster = await TerritoryCluster.StartWithRegionAsync();

        (await Territory(cluster).ListProducts(new ListProducts(Header, [Samples.Product(1) with { UnitsPerCase = 24 }]))).RefusalCode.ShouldBe("product.case-size-fixed");
    }

    [Theory]
    [InlineData("region.time-zone", "Nowhere/Land", "CNY")]
    [InlineData("region.currency", "Asia/Shanghai", "Yuan")]
    public async Task Create_RegionThatBreaksARule_IsRefused(string code, string timeZone, string currency)
    {
        await using var cluster = await TerritoryCluster.StartAsync();
        var region = Samples.Region with { TimeZone = timeZone, Currency = currency };

        (await Territory(cluster).Create(new CreateRegion(Header, region))).RefusalCode.ShouldBe(code);
    }

    [Fact]
    public async Task Create_WithoutAWorkingDay_IsRefused()
    {
        await using var cluster = await TerritoryCluster.StartAsync();
        var region = Samples.Region with { Calendar = new WorkingCalendar(Weekdays.None, [], []) };

        (await Territory(cluster).Create(new CreateRegion(Header, region))).RefusalCode.ShouldBe("region.no-working-day");
    }

    [Fact]
    public async Task ReportPositions_ToThoseWhoWatch_ArriveUntilTheyStopWatching()
    {
        await using var cluster = await TerritoryCluster.StartWithRegionAsync();
        var (first, second) = (new Watcher(), new Watcher());
        var reference = cluster.Grains.CreateObjectReference<ITerritoryObserver>(first);
        await Territory(cluster).Watch(reference);
        await Territory(cluster).Watch(cluster.Grains.CreateObjectReference<ITerritoryObserver>(second));

        await Territory(cluster).ReportPositions(Report(1));
        (await first.NextAsync()).ShouldBe(1);
        (await second.NextAsync()).ShouldBe(1);
        await Territory(cluster).Unwatch(reference);
        await Territory(cluster).ReportPositions(Report(2));

        (await second.NextAsync()).ShouldBe(2);
        first.Waiting.ShouldBe(0);
    }

    private static Contracts.CommandHeader Header => TerritoryCluster.Header(Samples.At(0, 7));

    private static ITerritoryGrain Territory(TerritoryCluster cluster) => cluster.Grains.GetGrain<ITerritoryGrain>("r");

    private static PositionReport Report(int minute) => new(Samples.At(0, 8, minute), []);

    private static async Task OrderAsync(TerritoryCluster cluster, string id) => (await cluster.Terminal().PlaceOrder(new PlaceOrder(
        Header, new OrderId(id), Samples.Monday, [new OrderLine(Samples.ProductId(1), new Cases(1))], null))).Accepted.ShouldBeTrue();

    private sealed class Watcher : ITerritoryObserver
    {
        private readonly System.Threading.Channels.Channel<int> minutes = System.Threading.Channels.Channel.CreateUnbounded<int>();

        public int Waiting => minutes.Reader.Count;

        public async Task<int> NextAsync() => await minutes.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));

        public Task PositionsReported(PositionReport report)
        {
            minutes.Writer.TryWrite(report.At.Minute);
            return Task.CompletedTask;
        }

        public Task RunAnnounced(Contracts.Plans.RunNews news) => Task.CompletedTask;
    }
}
