using Territory.Model.Terminals;
using Territory.Simulation.Lab;
using Territory.Simulation.Lab.Setup;

namespace Territory.Simulation.Tests.Lab.Sweep;

/// <summary>Regions that open with their shelves as they stand.</summary>
public sealed class OpeningShelvesTests
{
    private const int Terminals = 300;

    /// <summary>Several products, ranges and sales by chance, so that no lane is like another.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Run_KnownShelves_ScalarOrVectorAndAnyThreadsAreTheSameToTheBit(int seed)
    {
        var setup = Several(seed);
        var options = new LabRunOptions((ulong)seed);
        var vector = LabSimulator.Run(setup, options);

        LabSimulator.Run(setup, options with { Scalar = true }).StateHash.ShouldBe(vector.StateHash);
        LabSimulator.Run(setup, options with { Threads = 3 }).StateHash.ShouldBe(vector.StateHash);
        LabSimulator.Run(setup.With(region => region with { Terminals = region.Terminals with { Shelves = null } }), options).StateHash.ShouldNotBe(vector.StateHash);
    }

    [Fact]
    public void Run_WhatIsNotListed_IsNeverDelivered()
    {
        var setup = Several(4);
        var shelves = setup.Regions[0].Terminals.Shelves! with { Listed = [.. Enumerable.Range(0, Terminals * setup.Products.Count).Select(cell => cell % setup.Products.Count == 0)] };
        var books = LabSimulator.Run(setup.With(region => region with { Terminals = region.Terminals with { Shelves = shelves } }), new LabRunOptions(1)).Regions[0].Books;

        books.Sum(day => day.Goods[0].Delivered).ShouldBeGreaterThan(0);
        for (var product = 1; product < setup.Products.Count; product++)
            books.Sum(day => day.Goods[product].Delivered + day.Goods[product].Sold).ShouldBe(0);
        books.ShouldAllBe(day => day.Difference == 0);
    }

    /// <summary>
    /// By hand: a case is 12 units. Who sold 20 and has 5 orders 1.5 x 20 - 5 = 25 units, three cases; nobody buys in the meantime, and one who sold nothing and has 5 orders nothing.
    /// </summary>
    [Fact]
    public void Run_WhatWasSoldSinceTheCount_IsWhatTheFirstCallOrdersBy()
    {
        LabOpeningShelves Shelves(ushort sold) => Plain() with { SoldSinceCall = [.. Enumerable.Repeat(sold, Terminals)], Stock = [.. Enumerable.Repeat((ushort)5, Terminals)] };
        FirstCycleOrders(Shelves(20)).ShouldBe(3 * Terminals);
        FirstCycleOrders(Shelves(0)).ShouldBe(0);
    }

    /// <summary>Whoever was called so many days ago is called when the days between calls are over: A after 7, of 3 ago on the fifth day, and not before.</summary>
    [Fact]
    public void Run_TheLastCall_DecidesTheNext()
    {
        var setup = Quiet(Plain() with { DaysSinceCall = [.. Enumerable.Repeat(3, Terminals)] }) with { Days = 7 };
        setup = setup.With(region => region with
        {
            Terminals = region.Terminals with { Classes = [.. Enumerable.Repeat(TerminalClass.A, Terminals)] },
            FieldForce = region.FieldForce with { Staffing = [new LabStaffing(setup.FirstDay, Terminals)], WorkingDays = [true, true, true, true, true, true, true] },
        });
        var early = LabSimulator.Run(setup with { Days = 4 }, new LabRunOptions(1)).Regions[0].Weeks.Sum(week => week.Calls);
        var all = LabSimulator.Run(setup with { Days = 5 }, new LabRunOptions(1)).Regions[0].Weeks.Sum(week => week.Calls);

        (early, all).ShouldBe((0, Terminals));
    }

    private static long FirstCycleOrders(LabOpeningShelves shelves)
    {
        var setup = Quiet(shelves) with { Days = 28 };
        return LabSimulator.Run(setup.With(region => region with { FieldForce = region.FieldForce with { DaysBetweenCalls = [28, 28, 28], Staffing = [new LabStaffing(setup.FirstDay, Terminals)] } }), new LabRunOptions(1))
            .Regions[0].Weeks.Sum(week => (long)week.CasesOrdered);
    }

    /// <summary>Nobody buys.</summary>
    private static LabSetup Quiet(LabOpeningShelves shelves) => PlainLab.Of(Terminals).With(region => region with
    {
        Cells = region.Cells with { UnitsPerDay = [.. region.Cells.UnitsPerDay.Select(_ => 0.0)] },
        Terminals = region.Terminals with { Adopted = [.. Enumerable.Repeat(true, Terminals)], Shelves = shelves },
    });

    private static LabOpeningShelves Plain() => new()
    {
        Listed = [.. Enumerable.Repeat(true, Terminals)],
        Stock = [.. Enumerable.Repeat((ushort)5, Terminals)],
        OnOrder = new ushort[Terminals],
        SoldSinceCall = new ushort[Terminals],
        Sold = new int[Terminals],
        SoldDays = new int[Terminals],
        Counted = [.. Enumerable.Repeat(true, Terminals)],
        DaysSinceCall = new int[Terminals],
        DaysKnown = new int[Terminals],
    };

    private static LabSetup Several(int seed)
    {
        var random = new Random(seed);
        var setup = PlainLab.Of(Terminals, days: 60);
        LabProduct[] products = [.. Enumerable.Range(0, 7).Select(index => setup.Products[0] with { Id = $"P{index}", Weight = 1 + random.Next(9) })];
        var cells = Terminals * products.Length;
        var shelves = new LabOpeningShelves
        {
            Listed = [.. Enumerable.Range(0, cells).Select(_ => random.Next(3) > 0)],
            Stock = [.. Enumerable.Range(0, cells).Select(_ => (ushort)random.Next(30))],
            OnOrder = [.. Enumerable.Range(0, cells).Select(_ => (ushort)(12 * random.Next(2)))],
            SoldSinceCall = [.. Enumerable.Range(0, cells).Select(_ => (ushort)random.Next(10))],
            Sold = [.. Enumerable.Range(0, cells).Select(_ => random.Next(40))],
            SoldDays = [.. Enumerable.Range(0, Terminals).Select(_ => random.Next(2) * 28)],
            Counted = [.. Enumerable.Range(0, Terminals).Select(_ => random.Next(2) == 0)],
            DaysSinceCall = [.. Enumerable.Range(0, Terminals).Select(_ => random.Next(20))],
            DaysKnown = [.. Enumerable.Range(0, Terminals).Select(_ => random.Next(28))],
        };
        return (setup with { Products = products }).With(region => region with
        {
            Terminals = region.Terminals with { Adopted = [.. Enumerable.Range(0, Terminals).Select(_ => random.Next(4) > 0)], Shelves = shelves },
        });
    }
}
