using System.Text.Json;
using Territory.Model.Ids;
using Territory.ReadModel.Queries;

namespace Territory.Dashboard.Exports.Navigation;

/// <summary>Navigation links for every stop of a delivery plan: to it alone, and over it and the two after it.</summary>
internal static class DeliveryLinks
{
    private const int StopsAhead = 3;

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web);

    public static string Json(PlannedDeliveries day) => JsonSerializer.Serialize(Of(day), Form);

    public static IEnumerable<StopLinks> Of(PlannedDeliveries day)
    {
        var isShifted = NavigationLinks.IsShifted(day.Region);
        foreach (var route in day.Plan.Routes)
        {
            foreach (var (trip, load) in route.Trips.Index())
            {
                NavigationStop[] stops = [.. load.Stops.Select(stop => day.Terminals[stop.Terminal]).Select(terminal => new NavigationStop(terminal.Name, terminal.Location))];
                for (var i = 0; i < stops.Length; i++)
                {
                    var ahead = stops[i..Math.Min(i + StopsAhead, stops.Length)];
                    yield return new StopLinks(
                        route.Vehicle, trip, i + 1, load.Stops[i].Terminal,
                        NavigationLinks.Over([stops[i]], isShifted),
                        ahead.Length > 1 ? NavigationLinks.Over(ahead, isShifted) : null);
                }
            }
        }
    }
}

/// <summary>How to get to one stop.</summary>
/// <param name="Trip">Counts from 0, as in the plan.</param>
/// <param name="Sequence">Counts from 1 within the trip.</param>
/// <param name="NextThree">Over this stop and the two after it, as far as there are; null at the trip's last.</param>
internal sealed record StopLinks(VehicleId Vehicle, int Trip, int Sequence, TerminalId Terminal, NavigationLinks Next, NavigationLinks? NextThree);
