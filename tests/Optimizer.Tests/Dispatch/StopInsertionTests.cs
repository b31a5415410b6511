using Territory.Model.Dispatch;
using Territory.Model.Dispatch.Edits;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.Optimizer.Dispatch;

namespace Territory.Optimizer.Tests.Dispatch;

public sealed class StopInsertionTests
{
    /// <summary>From what is hardest to give way on, as the documentation has it.</summary>
    private static readonly BreachRule[] Hardest =
    [
        BreachRule.NoRoad, BreachRule.OutOfService, BreachRule.Closed, BreachRule.VehicleLimit, BreachRule.Mass, BreachRule.Volume, BreachRule.Cases,
        BreachRule.Trips, BreachRule.DepotHours, BreachRule.Window, BreachRule.Shift,
    ];

    /// <summary>Brute force: every place of every vehicle by an edit of its own.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Options_OfAnyStops_AreTheBestOfAllPlaces(bool hasBegun)
    {
        var options = 0;
        for (var seed = 501; seed <= 512; seed++)
        {
            var dispatcher = new RandomDispatcher(seed);
            var (day, plan) = PlanEditingPropertyTests.Begin(seed, dispatcher, hasBegun);
            plan = PlanEditing.Apply(day, plan, [new AllowOvertime(new VehicleId("v01"), new(3_600), new(4_000)), new AllowLateness(dispatcher.Order(day), new(3_600), new(900))]).Plan ?? plan;
            for (var i = 0; i < 6; i++)
            {
                OrderId[] stops = i == 5 ? [dispatcher.Order(day), dispatcher.Order(day)] : [dispatcher.Order(day)];
                foreach (var option in StopInsertion.Options(day, plan, stops))
                {
                    var best = Everywhere(day, plan, stops, option.Vehicle).MinBy(pair => Score(pair.Plan, option.Vehicle), Comparer<long[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b)));
                    option.Place.ShouldBe(best.Place, $"seed {seed}, {string.Join(' ', stops)} on {option.Vehicle}");
                    PlanJson.Of(option.Change).ShouldBe(PlanJson.Of(PlanChanges.Between(plan, best.Plan)), $"seed {seed}, {string.Join(' ', stops)} on {option.Vehicle}");
                    options++;
                }
            }
        }

        options.ShouldBeGreaterThan(40);
    }

    [Fact]
    public void Options_Order_IsThoseThatBreakNothingFirst_ThenByCost()
    {
        for (var seed = 521; seed <= 530; seed++)
        {
            var dispatcher = new RandomDispatcher(seed);
            var (day, plan) = PlanEditingPropertyTests.Begin(seed, dispatcher, hasBegun: false);

            var options = StopInsertion.Options(day, plan, [dispatcher.Order(day)]);

            options.Count.ShouldBe(day.Request.Vehicles.Count);
            options.Select(option => (option.Binding is not null, option.Change.Cost)).ShouldBeInOrder(SortDirection.Ascending);
            options.ShouldAllBe(option => (option.Binding == null) == option.Change.Broken.All(breach => breach.IsAllowed));
        }
    }

    [Fact]
    public void Options_OfWhatIsUnknown_AreNone()
    {
        var (day, plan) = PlanEditingPropertyTests.Begin(531, new RandomDispatcher(531), hasBegun: false);

        StopInsertion.Options(day, plan, [new OrderId("nobody's")]).ShouldBeEmpty();
    }

    private static IEnumerable<(StopPlace Place, DeliveryPlan Plan)> Everywhere(DispatchDay day, DeliveryPlan plan, OrderId[] stops, VehicleId vehicle)
    {
        for (var trip = 0; trip <= 4; trip++)
        {
            for (var index = 0; index < 20; index++)
            {
                if (PlanEditing.Apply(day, plan, [new MoveStops(stops, vehicle, new StopPlace(trip, index))]).Plan is { } moved)
                    yield return (new StopPlace(trip, index), moved);
            }
        }
    }

    private static long[] Score(DeliveryPlan plan, VehicleId vehicle) =>
    [
        .. Hardest.Select(rule => plan.Breaches.Where(breach => breach.Vehicle == vehicle && breach.Rule == rule && !breach.IsAllowed).Sum(breach => breach.Amount)),
        plan.Cost.MinorUnits,
    ];
}
