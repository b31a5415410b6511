using System.Globalization;
using Territory.Model.Plans;

namespace Territory.Dashboard.Exports;

/// <summary>A delivery plan as CSV: a line a stop, unserved terminals at the end with their reason.</summary>
internal static class DeliveryCsv
{
    public static string Of(DeliveryPlan plan, PlanParties parties)
    {
        var table = new CsvText("date", "distributor", "plate", "trip", "sequence", "terminal", "name", "address", "arrival", "departure", "window_start", "window_end", "cases", "kilograms", "status", "reason");
        foreach (var route in plan.Routes)
        {
            foreach (var (trip, load) in route.Trips.Index())
            {
                foreach (var (sequence, stop) in load.Stops.Index())
                {
                    var terminal = parties.Terminals[stop.Terminal];
                    table.Row(Day(plan), plan.Distributor.Value, parties.Vehicles[route.Vehicle].Plate, CsvText.Number(trip + 1), CsvText.Number(sequence + 1), terminal.Id.Value, terminal.Name,
                        terminal.Address ?? "", stop.Arrival.ToString(), stop.Departure.ToString(), stop.Window.Start.ToString(), stop.Window.End.ToString(),
                        CsvText.Number(stop.Load.Cases.Count), stop.Load.Mass.Kilograms.ToString("0.0", CultureInfo.InvariantCulture), "planned", "");
                }
            }
        }

        foreach (var unserved in plan.Unserved)
        {
            var terminal = parties.Terminals[unserved.Terminal];
            table.Row(Day(plan), plan.Distributor.Value, "", "", "", terminal.Id.Value, terminal.Name, terminal.Address ?? "", "", "", "", "", "", "", "unserved", unserved.Reason.ToString());
        }

        return table.ToString();
    }

    private static string Day(DeliveryPlan plan) => plan.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
