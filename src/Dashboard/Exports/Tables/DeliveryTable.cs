using System.Globalization;
using Territory.ReadModel.Queries;

namespace Territory.Dashboard.Exports.Tables;

/// <summary>A delivery plan as one table, the same for every kind of spreadsheet: a line a stop, unserved terminals at the end with their reason.</summary>
internal static class DeliveryTable
{
    public static IReadOnlyList<string> Header { get; } =
    [
        "date", "distributor", "plate", "trip", "sequence", "terminal", "name", "address", "arrival", "departure", "window_start", "window_end", "cases", "kilograms",
        "status", "reason",
    ];

    public static IEnumerable<IReadOnlyList<TableCell>> RowsOf(PlannedDeliveries day)
    {
        var plan = day.Plan;
        var date = plan.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        foreach (var route in plan.Routes)
        {
            foreach (var (trip, load) in route.Trips.Index())
            {
                foreach (var (sequence, stop) in load.Stops.Index())
                {
                    var terminal = day.Terminals[stop.Terminal];
                    yield return
                    [
                        date, plan.Distributor.Value, day.Vehicles[route.Vehicle].Plate, Number(trip + 1), Number(sequence + 1), terminal.Id.Value, terminal.Name,
                        terminal.Address ?? "", stop.Arrival.ToString(), stop.Departure.ToString(), stop.Window.Start.ToString(), stop.Window.End.ToString(),
                        Number(stop.Load.Cases.Count), new TableCell(stop.Load.Mass.Kilograms.ToString("0.0", CultureInfo.InvariantCulture), IsNumber: true), "planned", "",
                    ];
                }
            }
        }

        foreach (var unserved in plan.Unserved)
        {
            var terminal = day.Terminals[unserved.Terminal];
            yield return
            [
                date, plan.Distributor.Value, "", "", "", terminal.Id.Value, terminal.Name, terminal.Address ?? "", "", "", "", "", "", "", "unserved", unserved.Reason.ToString(),
            ];
        }
    }

    public static string Csv(PlannedDeliveries day)
    {
        var csv = new CsvText(Header);
        foreach (var row in RowsOf(day))
            csv.Row([.. row.Select(cell => cell.Text)]);
        return csv.ToString();
    }

    private static TableCell Number(int value) => new(CsvText.Number(value), IsNumber: true);
}
