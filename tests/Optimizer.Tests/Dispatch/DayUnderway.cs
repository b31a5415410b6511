using Territory.Model.Calendar;
using Territory.Model.Dispatch;
using Territory.Model.Plans;
using Territory.Model.Quantities;

namespace Territory.Optimizer.Tests.Dispatch;

/// <summary>A plan that is being driven, each stop a little later or earlier than planned.</summary>
internal static class DayUnderway
{
    public static DayProgress At(DeliveryPlan plan, TimeOfDay now, Random random)
    {
        var routes = new List<RouteProgress>();
        foreach (var route in plan.Routes)
        {
            var (departures, returns, done) = (new List<TimeOfDay>(), new List<TimeOfDay>(), new List<StopActual>());
            var late = random.Next(-120, 300);
            foreach (var trip in route.Trips)
            {
                var departure = trip.Departure + new Duration(Math.Max(0, late));
                if (departure > now)
                    break;
                departures.Add(departure);
                var isThere = true;
                foreach (var stop in trip.Stops)
                {
                    late += random.Next(-60, 400);
                    var arrival = Later(departure, stop.ServiceStart + new Duration(late));
                    if (arrival > now || !isThere)
                    {
                        isThere = false;
                        break;
                    }

                    var left = arrival + (stop.Departure - stop.ServiceStart);
                    isThere = left <= now;
                    done.Add(new StopActual(stop.Terminal, stop.Orders, arrival, isThere ? left : null));
                    departure = left;
                }

                var back = Later(departure, trip.Return + new Duration(late));
                if (!isThere || back > now)
                    break;
                returns.Add(back);
                late = Math.Max(0, late);
            }

            if (departures.Count > 0)
                routes.Add(new RouteProgress(route.Vehicle, departures, returns, done));
        }

        return new DayProgress(now, routes);
    }

    private static TimeOfDay Later(TimeOfDay a, TimeOfDay b) => a > b ? a : b;
}
