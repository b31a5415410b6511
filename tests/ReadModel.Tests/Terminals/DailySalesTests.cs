using Territory.ReadModel.Terminals;

namespace Territory.ReadModel.Tests.Terminals;

/// <summary>The packed ring against a plain dictionary of (day, product).</summary>
public sealed class DailySalesTests
{
    private static readonly DateOnly Start = new(2026, 1, 5);

    [Fact]
    public void None_Asked_HasNoDays() => DailySales.None.Sums(3).ShouldBe([0, 0, 0]);

    [Fact]
    public void Add_SameDayTwice_Accumulates()
    {
        var sales = DailySales.None.Add(Start, [1, 0, 300]).Add(Start, [2, 5, 20_000]);

        sales.Days.ShouldBe(1);
        sales.Sums(3).ShouldBe([3, 5, 20_300]);
    }

    [Fact]
    public void Add_AfterAGap_CountsTheDaysBetween()
    {
        var sales = DailySales.None.Add(Start, [4]).Add(Start.AddDays(3), [2]);

        sales.Days.ShouldBe(4);
        sales.Totals(1).ShouldBe([(Start, 4), (Start.AddDays(1), 0), (Start.AddDays(2), 0), (Start.AddDays(3), 2)]);
    }

    [Fact]
    public void Add_DayBeforeTheWindow_IsDropped()
    {
        var sales = DailySales.None.Add(Start.AddDays(40), [7]);

        sales.Add(Start, [9]).ShouldBe(sales);
    }

    [Fact]
    public void Add_EarlierDayWithinTheWindow_ExtendsItBackwards()
    {
        var sales = DailySales.None.Add(Start.AddDays(10), [7]).Add(Start.AddDays(8), [1]);

        sales.Days.ShouldBe(3);
        sales.Totals(1)[0].ShouldBe((Start.AddDays(8), 1));
    }

    [Fact]
    public void Add_ManyRandomDays_EqualsADictionary()
    {
        var random = new Random(20260105);
        const int Products = 5;
        var sales = DailySales.None;
        var plain = new Dictionary<(int Day, int Product), int>();
        var day = Start;
        int? first = null;
        for (var step = 0; step < 400; step++)
        {
            day = day.AddDays(random.Next(0, 3));
            var sold = Enumerable.Range(0, Products).Select(_ => random.Next(8) == 0 ? random.Next(100_000) : random.Next(4)).ToArray();
            sales = sales.Add(day, sold);
            for (var p = 0; p < Products; p++)
                plain[(day.DayNumber, p)] = plain.GetValueOrDefault((day.DayNumber, p)) + sold[p];

            first ??= day.DayNumber;
            sales.Days.ShouldBe(Math.Min(DailySales.WindowDays, day.DayNumber - first.Value + 1));
            var from = day.DayNumber - sales.Days + 1;
            var expected = Enumerable.Range(0, Products)
                .Select(p => plain.Where(pair => pair.Key.Product == p && pair.Key.Day >= from).Sum(pair => pair.Value));
            sales.Sums(Products).ShouldBe(expected);
        }
    }

    [Fact]
    public void Rearrange_WithOneProductMoreAndOneLess_KeepsEachProductsSales()
    {
        var sales = DailySales.None.Add(Start, [1, 2, 3]).Add(Start.AddDays(1), [10, 20, 30]);

        sales.Rearrange(3, [2, -1, 0]).Sums(3).ShouldBe([33, 0, 11]);
    }
}
