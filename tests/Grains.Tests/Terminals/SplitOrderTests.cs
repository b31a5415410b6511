using Territory.Contracts;
using Territory.Contracts.Terminals;
using Territory.Grains.Tests.Fixtures;
using Territory.Model.Ids;
using Territory.Model.Orders;
using Territory.Model.Quantities;
using Territory.ReadModel.Tests.Fixtures;

namespace Territory.Grains.Tests.Terminals;

public sealed class SplitOrderTests
{
    private static readonly ProductId First = Samples.ProductId(1);
    private static readonly ProductId Second = Samples.ProductId(2);

    [Fact]
    public async Task Split_AnOpenOrder_MakesTwoThatSumToItInTheStateAndInTheTables()
    {
        await using var cluster = await TerritoryCluster.StartWithRegionAsync();
        var terminal = await OrderedAsync(cluster, (First, 10), (Second, 4));
        var before = (await terminal.GetSnapshot())!;

        (await terminal.SplitOrder(Split((First, 7), (Second, 4)))).Accepted.ShouldBeTrue();

        var after = (await terminal.GetSnapshot())!;
        after.OpenOrders.Select(order => order.Id.Value).ShouldBe(["O1", "O1-b"]);
        after.OpenOrders[0].Lines.ShouldBe([new OrderLine(First, new Cases(3))]);
        after.OpenOrders[1].Lines.ShouldBe([new OrderLine(First, new Cases(7)), new OrderLine(Second, new Cases(4))]);
        (after.OpenOrders[1].DueOn, after.OpenOrders[1].PlacedAt).ShouldBe((before.OpenOrders[0].DueOn, before.OpenOrders[0].PlacedAt));
        after.Stock.ShouldBe(before.Stock, "what is on order is the same goods");
        // 24 a case of any product, 12 units in it.
        (await RowsAsync(cluster, "SELECT id, status, cases, value FROM orders ORDER BY id")).ShouldBe(["O1 open 3 7200", "O1-b open 11 26400"]);
        (await RowsAsync(cluster, "SELECT order_id, product, cases, units, value FROM order_lines ORDER BY order_id, line"))
            .ShouldBe(["O1 P01 3 36 7200", "O1-b P01 7 84 16800", "O1-b P02 4 48 9600"]);
        (await RowsAsync(cluster, "SELECT orders, order_cases, order_value FROM region_days WHERE orders > 0")).ShouldBe(["1 14 33600"]);
    }

    [Fact]
    public async Task Split_Retried_SplitsOnce()
    {
        await using var cluster = await TerritoryCluster.StartWithRegionAsync();
        var terminal = await OrderedAsync(cluster, (First, 10));
        var command = Split((First, 4));
        var first = await terminal.SplitOrder(command);

        var second = await terminal.SplitOrder(command);

        second.ShouldBe(first);
        (await terminal.GetSnapshot())!.OpenOrders.Select(order => order.Lines[0].Cases.Count).ShouldBe([6, 4]);
    }

    [Fact]
    public async Task Split_WhatIsNotThereToSplit_IsRefused()
    {
        await using var cluster = await TerritoryCluster.StartWithRegionAsync();
        var terminal = await OrderedAsync(cluster, (First, 10));

        (await terminal.SplitOrder(Split((First, 11)))).ShouldBeRefused("line.quantity", ("product", "P01"), ("quantity", "11"));
        (await terminal.SplitOrder(Split((First, 0)))).ShouldBeRefused("line.quantity", ("product", "P01"), ("quantity", "0"));
        (await terminal.SplitOrder(Split((First, 10)))).ShouldBeRefused("split.everything", ("order", "O1"));
        (await terminal.SplitOrder(Split())).ShouldBeRefused("split.nothing", ("order", "O1"));
        (await terminal.SplitOrder(Split((Second, 1)))).ShouldBeRefused("split.not-ordered", ("order", "O1"), ("product", "P02"));
        (await terminal.SplitOrder(Split((First, 1), (First, 1)))).ShouldBeRefused("line.duplicate-product", ("product", "P01"));
        (await terminal.SplitOrder(Split((First, 1)) with { Order = new OrderId("O9") })).ShouldBeRefused("order.not-open", ("order", "O9"));
        (await terminal.SplitOrder(Split((First, 1)) with { NewOrder = new OrderId("O1") })).ShouldBeRefused("order.exists", ("order", "O1"));
        (await cluster.Terminal("T9").SplitOrder(Split((First, 1)))).ShouldBeRefused("terminal.unknown");
        (await terminal.GetSnapshot())!.OpenOrders.ShouldHaveSingleItem();
    }

    private static async Task<ITerminalGrain> OrderedAsync(TerritoryCluster cluster, params (ProductId Product, int Cases)[] lines)
    {
        var terminal = await cluster.RegisterTerminalAsync();
        (await terminal.PlaceOrder(new PlaceOrder(Header(), new OrderId("O1"), Samples.Monday.AddDays(1), Lines(lines), null))).Accepted.ShouldBeTrue();
        return terminal;
    }

    private static SplitOrder Split(params (ProductId Product, int Cases)[] lines) =>
        new(Header(), new OrderId("O1"), new OrderId("O1-b"), Lines(lines), "two vehicles");

    private static OrderLine[] Lines((ProductId Product, int Cases)[] lines) => [.. lines.Select(line => new OrderLine(line.Product, new Cases(line.Cases)))];

    private static CommandHeader Header() => TerritoryCluster.Header(Samples.At(0, 10));

    private static async Task<IReadOnlyList<string>> RowsAsync(TerritoryCluster cluster, string sql)
    {
        using var snapshot = await cluster.Journal.OpenSnapshotAsync();
        var list = new List<string>();
        using var rows = snapshot.Query(sql);
        while (rows.Read())
            list.Add(string.Join(' ', Enumerable.Range(0, rows.Columns).Select(rows.GetString)));
        return list;
    }
}
