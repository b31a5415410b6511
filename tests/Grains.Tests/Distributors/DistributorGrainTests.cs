using Territory.Contracts.Distributors;
using Territory.Grains.Tests.Fixtures;
using Territory.Model.Distributors;
using Territory.Model.Ids;
using Territory.Model.Orders;
using Territory.Model.Quantities;
using Territory.ReadModel.Tests.Fixtures;

namespace Territory.Grains.Tests.Distributors;

public sealed class DistributorGrainTests
{
    private static readonly PlanId Plan = new("p");

    [Fact]
    public async Task Goods_InOutAndBack_AddUp()
    {
        await using var cluster = await TerritoryCluster.StartWithRegionAsync();
        var depot = cluster.Distributor;

        (await depot.ReceiveGoods(new ReceiveGoods(Header(6), Lines(1, 100), "factory"))).Accepted.ShouldBeTrue();
        (await depot.ShipGoods(new ShipGoods(Header(7), Samples.Vehicle, Plan, 0, Lines(1, 60)))).Accepted.ShouldBeTrue();
        (await depot.ReturnGoods(new ReturnGoods(Header(12), Samples.Vehicle, Plan, 0, Lines(1, 5)))).Accepted.ShouldBeTrue();

        (await depot.GetSnapshot())!.Stock.ShouldBe(Lines(1, 45));
    }

    [Fact]
    public async Task ShipGoods_MoreThanTheDepotHolds_IsRefusedWithTheFigures()
    {
        await using var cluster = await TerritoryCluster.StartWithRegionAsync();
        await cluster.Distributor.ReceiveGoods(new ReceiveGoods(Header(6), Lines(1, 10), "factory"));

        var result = await cluster.Distributor.ShipGoods(new ShipGoods(Header(7), Samples.Vehicle, Plan, 0, Lines(1, 11)));

        result.RefusalCode.ShouldBe("goods.not-in-stock");
        result.Detail!["inStock"].ShouldBe("10");
        (await cluster.Distributor.GetSnapshot())!.Stock.ShouldBe(Lines(1, 10));
    }

    [Fact]
    public async Task ShipGoods_Retried_LeavesOnce()
    {
        await using var cluster = await TerritoryCluster.StartWithRegionAsync();
        await cluster.Distributor.ReceiveGoods(new ReceiveGoods(Header(6), Lines(1, 10), "factory"));
        var ship = new ShipGoods(Header(7), Samples.Vehicle, Plan, 0, Lines(1, 6));
        var first = await cluster.Distributor.ShipGoods(ship);

        (await cluster.Distributor.ShipGoods(ship)).ShouldBe(first);

        (await cluster.Distributor.GetSnapshot())!.Stock.ShouldBe(Lines(1, 4));
    }

    [Theory]
    [InlineData("line.quantity", 1, 0)]
    [InlineData("product.unknown", 9, 1)]
    public async Task ReceiveGoods_LineThatBreaksARule_IsRefused(string code, int product, int cases)
    {
        await using var cluster = await TerritoryCluster.StartWithRegionAsync();

        (await cluster.Distributor.ReceiveGoods(new ReceiveGoods(Header(6), Lines(product, cases), "x"))).RefusalCode.ShouldBe(code);
    }

    [Fact]
    public async Task Register_OfATakenWrongOrHomelessKey_IsRefused()
    {
        await using var cluster = await TerritoryCluster.StartWithRegionAsync();

        (await cluster.Distributor.Register(Register(Samples.DistributorFile))).ShouldBeRefused("distributor.already-registered", ("distributor", "D1"));
        var other = cluster.Grains.GetGrain<IDistributorGrain>("D2");
        (await other.Register(Register(Samples.DistributorFile))).ShouldBeRefused("distributor.wrong-key", ("distributor", "D1"), ("key", "D2"));
        (await other.Register(Register(Samples.DistributorFile with { Id = new DistributorId("D2"), Region = new RegionId("atlantis") }))).ShouldBeRefused("region.unknown");
        (await other.GetSnapshot()).ShouldBeNull();
    }

    private static RegisterDistributor Register(DistributorFile file) => new(Header(6), file);

    private static Contracts.CommandHeader Header(int hour) => TerritoryCluster.Header(Samples.At(0, hour));

    private static OrderLine[] Lines(int product, int cases) => [new(Samples.ProductId(product), new Cases(cases))];
}
