using Territory.Model.Quantities;
using Territory.Model.Schedules;

namespace Territory.Optimizer.Inventory;

/// <summary>Says of each shortage why it was not prevented.</summary>
internal sealed class StockOutDiagnosis(ScheduleRequest request, ScheduleProblem problem)
{
    public StockOut Explain(InventoryShortage shortage) => new(
        problem.Outlets[shortage.Customer].Terminal.Id, request.From.AddDays(shortage.Period), new Cases((int)shortage.Quantity), CauseOf(shortage.Customer, shortage.Period));

    private StockOutCause CauseOf(int outlet, int day)
    {
        var customer = problem.Customer(problem.Outlets[outlet]);
        if (!Enumerable.Range(0, problem.Slots.Count).Any(slot => customer.Allows(slot) && IsInReach(outlet, slot)))
            return StockOutCause.NotReachable;
        return Enumerable.Range(0, day + 1).Any(customer.IsOpen) ? StockOutCause.NotWorthIt : StockOutCause.BeforeFirstDelivery;
    }

    private bool IsInReach(int outlet, int slot)
    {
        var point = problem.Points[outlet];
        if (!request.Travel.IsReachable(0, point) || !request.Travel.IsReachable(point, 0))
            return false;
        var seconds = (long)request.Travel.TimeBetween(0, point).Seconds + request.Travel.TimeBetween(point, 0).Seconds
            + request.Distributor.UnloadingTimePerStop.Seconds + request.Distributor.UnloadingTimePerCase.Seconds;
        return problem.Data is null || seconds <= (problem.Data.Vehicles[slot].MaxDuration ?? long.MaxValue);
    }
}
