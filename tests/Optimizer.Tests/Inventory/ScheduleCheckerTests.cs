using Territory.Model.Schedules;
using Territory.Optimizer.Inventory;
using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Tests.Inventory;

public sealed class ScheduleCheckerTests
{
    private static readonly InventorySchedule Sound = new([new InventoryRoute(0, 0, [new InventoryStop(0, 3), new InventoryStop(1, 2)])]);

    /// <summary>By hand. Supplier: 10 + 1 - 5 = 6, then 7, at 1 a unit: 13. Customer 0: 2 + 3 - 4 = 1, then short of 3 at 50. Customer 1: 0 + 2 - 1 = 1, then 0, at 2 a unit: 2. Road: 5 + 3 + 7 at 2, and 10 for the vehicle.</summary>
    [Fact]
    public void Check_SoundSchedule_AddsUpTheTerms()
    {
        var verdict = ScheduleChecker.Check(Problem(), Sound);

        verdict.Breaches.ShouldBeEmpty();
        verdict.Cost.ShouldBe(new InventoryCost(Travel: 40, Holding: 15, Shortage: 150));
        verdict.Shortages.ShouldBe([new InventoryShortage(0, 1, 3)]);
    }

    [Theory]
    [InlineData("capacity", 0, 0, 4)]
    [InlineData("maximum", 0, 0, 5)]
    [InlineData("quantity", 0, 0, 0)]
    [InlineData("closed", 1, 1, 1)]
    [InlineData("unknown-vehicle", 0, 0, 3, 7)]
    [InlineData("unknown-customer", 0, 9, 1)]
    [InlineData("unknown-period", 5, 0, 1)]
    [InlineData("vehicle-twice", 0, 0, 3, 0, true)]
    [InlineData("twice", 0, 1, 1, 1, true)]
    public void Check_BrokenRule_NamesIt(string rule, int period, int customer, int quantity, int vehicle = 0, bool besideSound = false)
    {
        var route = new InventoryRoute(period, vehicle, rule == "capacity" ? [new InventoryStop(0, quantity), new InventoryStop(1, 2)] : [new InventoryStop(customer, quantity)]);

        var verdict = ScheduleChecker.Check(Problem(), new InventorySchedule(besideSound ? [.. Sound.Routes, route] : [route]));

        verdict.Feasible.ShouldBeFalse();
        verdict.Breaches.ShouldContain(breach => breach.Rule == rule);
    }

    [Fact]
    public void Check_ShortWhereThatHasNoPrice_BreaksTheMinimum()
    {
        var verdict = ScheduleChecker.Check(Problem(shortageCost: null), Sound);

        verdict.Breaches.ShouldBe([new ScheduleBreach("minimum", 1, null, 0, 3)]);
    }

    [Fact]
    public void Check_MoreThanTheSupplierHas_BreaksTheSupply() =>
        ScheduleChecker.Check(Problem(startingStock: 3), Sound).Breaches.ShouldContain(new ScheduleBreach("supply", 0, null, null, 1));

    [Fact]
    public void Check_LeftoverBeyondTheDepot_BreaksItsCapacity() =>
        ScheduleChecker.Check(Problem(depotCapacity: 6), Sound).Breaches.ShouldBe([new ScheduleBreach("supplier-capacity", 1, null, null, 1)]);

    [Fact]
    public void Check_LessThanTheMaximumUnderOrderUpTo_IsNamed() =>
        ScheduleChecker.Check(Problem(ReplenishmentPolicy.OrderUpTo), Sound).Breaches.ShouldContain(new ScheduleBreach("order-up-to", 0, 0, 0, 1));

    [Fact]
    public void Check_RouteThatTakesTooLong_IsNamed() =>
        // 5 + 3 + 7 on the road, 5 units at 1 each.
        ScheduleChecker.Check(Problem(maxDuration: 18), Sound).Breaches.ShouldBe([new ScheduleBreach("duration", 0, 0, null, 2)]);

    private static InventoryProblem Problem(
        ReplenishmentPolicy policy = ReplenishmentPolicy.MaximumLevel, long? shortageCost = 50, long startingStock = 10, long? depotCapacity = null, long? maxDuration = null)
    {
        var lengths = ArcLengths.OfMatrix([0, 5, 7, 5, 0, 3, 7, 3, 0], 3);
        return new InventoryProblem(
            policy,
            new InventorySupplier { StartingStock = startingStock, Arrivals = [1, 1], HoldingCost = 1, Capacity = depotCapacity },
            [
                new InventoryCustomer { StartingStock = 2, Maximum = 6, Consumption = [4, 4], ShortageCost = shortageCost },
                new InventoryCustomer { StartingStock = 0, Maximum = 4, Consumption = [1, 1], HoldingCost = 2, OpenPeriods = [true, false], ShortageCost = shortageCost },
            ],
            [new InventoryVehicle { Capacity = 5, FixedCost = 10, CostPerDistance = 2, MaxDuration = maxDuration }, new InventoryVehicle { Capacity = 5 }],
            lengths,
            lengths,
            serviceDurationPerUnit: 1);
    }
}
