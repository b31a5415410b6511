using Territory.Model.Calendar;
using Territory.Model.Plans;
using Territory.Model.Quantities;
using Territory.Model.Terminals;
using Territory.Model.Travel;
using Territory.Optimizer.Deliveries;
using Territory.Optimizer.Solving;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Deliveries;

/// <summary>One case for each reason, each built so that exactly that rule is broken at t00 and the rest is planned.</summary>
public sealed class UnservedReasonTests
{
    [Fact]
    public void Unreachable_NoRoadBack_IsReported()
    {
        var request = Town.Deliveries(3, 1, seed: 1);
        var seconds = request.Travel.Seconds.ToArray();
        seconds[1 * 4] = TravelMatrix.Unreachable;

        Reason(request with { Travel = new TravelMatrix(4, seconds, request.Travel.Meters.ToArray(), "cut") }).Reason.ShouldBe(UnservedReason.Unreachable);
    }

    [Fact]
    public void ClosedThatDay_DayOff_IsReported() =>
        Reason(First(terminal => terminal with { DaysOff = Weekdays.Monday })).Reason.ShouldBe(UnservedReason.ClosedThatDay);

    [Fact]
    public void NoVehicle_AllOutOfService_IsReportedForEach()
    {
        var request = Town.Deliveries(3, 1, seed: 1);

        var plan = Plan(request with { Vehicles = [request.Vehicles[0] with { InService = false }] });

        plan.Unserved.Count.ShouldBe(3);
        plan.Unserved.ShouldAllBe(unserved => unserved.Reason == UnservedReason.NoVehicle);
    }

    [Fact]
    public void LargerThanAnyVehicle_NineHundredCases_IsReportedWithFigures()
    {
        var request = Town.Deliveries(3, 1, seed: 1);

        var unserved = Reason(request with { Orders = [Town.OrderOf("o00", "t00", 900), .. request.Orders.Skip(1)] });

        unserved.Reason.ShouldBe(UnservedReason.LargerThanAnyVehicle);
        unserved.Detail["demandCases"].ShouldBe("900");
        unserved.Detail["largestCases"].ShouldBe("200");
    }

    [Fact]
    public void NoAllowedVehicle_DoorForLightVehiclesOnly_IsReported() =>
        Reason(First(terminal => terminal with { LargestVehicle = Mass.FromKilograms(1_000) })).Reason.ShouldBe(UnservedReason.NoAllowedVehicle);

    [Fact]
    public void WindowCannotBeMet_WindowEndsBeforeAnyoneArrives_IsReported() =>
        Reason(First(terminal => terminal with { DeliveryWindow = new TimeWindow(TimeOfDay.At(6), TimeOfDay.At(7)) }))
            .Reason.ShouldBe(UnservedReason.WindowCannotBeMet);

    [Fact]
    public void ShiftTooShort_WindowAtTheShiftsEnd_IsReported() =>
        Reason(First(terminal => terminal with { DeliveryWindow = new TimeWindow(TimeOfDay.At(16, 59), TimeOfDay.At(18)) }))
            .Reason.ShouldBe(UnservedReason.ShiftTooShort);

    [Fact]
    public void NoCapacityLeft_EachFitsAloneButNotAll_IsReported()
    {
        var request = Town.Deliveries(3, 1, seed: 1);

        var unserved = Plan(request with { Orders = [.. Enumerable.Range(0, 3).Select(i => Town.OrderOf($"o{i}", $"t{i:00}", 100))] }).Unserved;

        unserved.ShouldHaveSingleItem().Reason.ShouldBe(UnservedReason.NoCapacityLeft);
    }

    [Fact]
    public void NoTimeLeft_EachFitsAloneButTheShiftHoldsOne_IsReported()
    {
        var request = Town.Deliveries(2, 1, seed: 1) with { Travel = Town.Roads([(0, 0), (100_000, 0), (-100_000, 0)]) };

        Plan(request).Unserved.ShouldHaveSingleItem().Reason.ShouldBe(UnservedReason.NoTimeLeft);
    }

    private static DeliveryPlanRequest First(Func<TerminalFile, TerminalFile> change)
    {
        var request = Town.Deliveries(3, 1, seed: 1);
        return request with { Terminals = [change(request.Terminals[0]), .. request.Terminals.Skip(1)] };
    }

    /// <summary>The one report of a plan that serves everything else.</summary>
    private static UnservedOrder Reason(DeliveryPlanRequest request)
    {
        var plan = Plan(request);
        plan.Routes.SelectMany(route => route.Trips).SelectMany(trip => trip.Stops).Count().ShouldBe(2);
        return plan.Unserved.ShouldHaveSingleItem();
    }

    private static DeliveryPlan Plan(DeliveryPlanRequest request) =>
        new DeliveryPlanner().Plan(request, new SolveOptions { Iterations = 200 }, null, CancellationToken.None);
}
