using System.Globalization;
using System.Text;
using Territory.Dashboard.Exports.Tables;
using Territory.Model.Schedules;
using Territory.Optimizer.Inventory;

namespace Territory.Cli.Plans;

/// <summary>A delivery schedule as CSV: a line a delivery by day, vehicle, trip and order of stops, then a line for each day on which an outlet runs out, with the cause.</summary>
internal static class ScheduleCsv
{
    /// <summary>Excel reads a CSV as UTF-8 only behind a byte order mark.</summary>
    public static Encoding Encoding { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true);

    public static string Of(DeliverySchedule schedule, ScheduleRequest request)
    {
        var plates = request.Vehicles.ToDictionary(vehicle => vehicle.Id, vehicle => vehicle.Plate);
        var outlets = request.Outlets.ToDictionary(outlet => outlet.Terminal.Id, outlet => outlet.Terminal);
        var table = new CsvText(["date", "distributor", "plate", "trip", "sequence", "terminal", "name", "address", "cases", "status", "cause"]);
        foreach (var trip in schedule.Trips)
        {
            foreach (var (sequence, stop) in trip.Stops.Index())
            {
                var terminal = outlets[stop.Terminal];
                table.Row(
                [Day(trip.Date), schedule.Distributor.Value, plates[trip.Vehicle], CsvText.Number(trip.Trip), CsvText.Number(sequence + 1),
                    terminal.Id.Value, terminal.Name, terminal.Address ?? "", CsvText.Number(stop.Cases.Count), "delivery", ""]);
            }
        }

        foreach (var stockOut in schedule.StockOuts)
        {
            var terminal = outlets[stockOut.Terminal];
            table.Row(
                [Day(stockOut.Date), schedule.Distributor.Value, "", "", "", terminal.Id.Value, terminal.Name, terminal.Address ?? "",
                CsvText.Number(stockOut.Cases.Count), "stock-out", stockOut.Cause.ToString()]);
        }

        return table.ToString();
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
