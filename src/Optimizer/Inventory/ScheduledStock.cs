using Territory.Model.Quantities;
using Territory.Model.Schedules;

namespace Territory.Optimizer.Inventory;

/// <summary>Lives through the days of a schedule at every outlet: what comes in the morning, what is sold, what is left in the evening.</summary>
internal sealed class ScheduledStock(ScheduleRequest request, ScheduleProblem problem)
{
    /// <summary>The outlets by id, and what their stocks cost to hold, in the problem's parts of money.</summary>
    public (IReadOnlyList<OutletSchedule> Outlets, long HoldingParts) Follow(IReadOnlyList<ScheduledTrip> trips)
    {
        var brought = trips
            .SelectMany(trip => trip.Stops.Select(stop => (stop.Terminal, Day: trip.Date.DayNumber - request.From.DayNumber, stop.Cases.Count)))
            .ToLookup(delivery => (delivery.Terminal, delivery.Day), delivery => delivery.Count);
        var outlets = new List<OutletSchedule>(problem.Outlets.Count);
        long holding = 0;
        foreach (var outlet in problem.Outlets)
        {
            var customer = problem.Customer(outlet);
            var stock = customer.StartingStock;
            var left = new Cases[request.Days];
            for (var day = 0; day < request.Days; day++)
            {
                stock = Math.Max(0, stock + brought[(outlet.Terminal.Id, day)].Sum() - customer.Consumption[day]);
                left[day] = new Cases(stock);
                holding += customer.HoldingCost * stock;
            }

            outlets.Add(new OutletSchedule(
                outlet.Terminal.Id, new Cases(customer.Maximum), new Cases(customer.StartingStock), [.. customer.Consumption.Select(sold => new Cases(sold))], left));
        }

        return (outlets, holding);
    }
}
