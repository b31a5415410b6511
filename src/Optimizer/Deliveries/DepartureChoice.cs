using Territory.Model.Calendar;
using Territory.Optimizer.Evaluation;

namespace Territory.Optimizer.Deliveries;

/// <summary>When a vehicle leaves for its first trip: the departure of the cheapest day, put off as long as the vehicle is back no later and nowhere later than its windows; days that cost nothing are kept short that way.</summary>
/// <remarks>
/// It is a function of the stops alone, so that a plan that is evaluated again stays as it was. A day that cannot keep its times is the one that is late least.
/// Algorithm: of all choices of windows only those matter that some departure meets first, and later departures meet later windows: one choice after another is priced by <see cref="RouteWalk.Depart"/>, and the
/// departure at which it gives way to the next is found by halving. Complexity: O(log day) walks for each window beyond the stops' first.
/// </remarks>
internal sealed class DepartureChoice(DeliveryPlanRequest request, DeliveryProblem problem)
{
    private readonly RouteWalk walk = new(problem.Data);
    private readonly DeliveryRoads roads = new(request);
    private readonly TimeWindow hours = request.Distributor.DepotHours;
    private readonly int loading = request.Distributor.LoadingTime.Seconds;

    private readonly record struct Course(long Return, long Late);

    public TimeOfDay Of(int vehicle, IReadOnlyList<IReadOnlyList<int>> trips)
    {
        var nodes = NodesOf(trips);
        var windows = new int[nodes.Length];
        var range = problem.Data.VehicleTypes[vehicle].Start;
        var (start, best) = (range.Early, DayChoice.None);
        var bestWindows = windows;
        while (true)
        {
            var course = Follow(nodes, start, windows, isChosen: false);
            var choice = walk.Depart(new RouteSequence(0, vehicle, nodes, Numbered(nodes, windows)));
            // The first choice stands for a day that cannot keep its times; of the others only those count that can.
            if (!best.Exists || (Keeps(nodes, choice.Start, windows, problem.Data.VehicleTypes[vehicle].LatestEnd) && DayChoice.BetterOf(best, choice) == choice))
                (best, bestWindows) = (choice, [.. windows]);
            if (course.Late > 0 || !HasLaterWindow(nodes, windows))
                break;
            var last = LastOf(start, range.Late, departure => Follow(nodes, departure, windows, isChosen: true).Late == 0);
            if (last >= range.Late)
                break;
            start = last + 1;
        }

        return new TimeOfDay((int)PutOff(nodes, bestWindows, best.Start, range.Late));
    }

    private bool Keeps(int[] nodes, long departure, int[] windows, long latestEnd) =>
        Follow(nodes, departure, windows, isChosen: true) is { Late: 0 } course && course.Return <= latestEnd;

    private long PutOff(int[] nodes, int[] windows, long start, long latest)
    {
        var course = Follow(nodes, start, windows, isChosen: true);
        return LastOf(start, Math.Max(start, latest), departure => Follow(nodes, departure, windows, isChosen: true) is var later && later.Return <= course.Return && later.Late <= course.Late);
    }

    /// <summary>The last of the departures that hold on from the first, which does.</summary>
    private static long LastOf(long low, long high, Func<long, bool> holds)
    {
        for (var step = 1L; low < high; step *= 2)
        {
            var look = Math.Min(high, low + step);
            if (!holds(look))
            {
                high = look - 1;
                break;
            }

            low = look;
        }

        while (low < high)
        {
            var middle = low + ((high - low + 1) / 2);
            if (holds(middle))
                low = middle;
            else
                high = middle - 1;
        }

        return low;
    }

    /// <summary>Goes along a route as <see cref="DeliveryTimetable"/> does.</summary>
    /// <param name="windows">The window of each stop by its number: given, or written here.</param>
    private Course Follow(int[] nodes, long start, int[] windows, bool isChosen)
    {
        var (now, at) = (new TimeOfDay((int)start), 0);
        long late = Math.Max(0, start - hours.End.Seconds);
        for (var i = 1; i < nodes.Length; i++)
        {
            var drop = nodes[i] == 0 ? null : problem.Drops[nodes[i] - 1];
            var point = drop?.Point ?? 0;
            if (roads.IsReachable(at, point))
                now = roads.Arrival(at, point, now);
            at = point;
            if (drop is null)
            {
                if (i == nodes.Length - 1)
                    break;
                now = new TimeOfDay(Math.Max(now.Seconds, hours.Start.Seconds) + loading);
                late += Math.Max(0, now.Seconds - hours.End.Seconds);
                continue;
            }

            if (drop.Windows.Count > 0)
            {
                if (!isChosen)
                    windows[i] = FirstOf(drop.Windows, now);
                var window = drop.Windows[windows[i]];
                now = DeliveryTimetable.Later(now, window.Start);
                late += Math.Max(0, now.Seconds - window.End.Seconds);
            }

            now += drop.Service;
        }

        return new Course(now.Seconds, late);
    }

    private static int FirstOf(IReadOnlyList<TimeWindow> windows, TimeOfDay arrival)
    {
        var i = 0;
        while (i + 1 < windows.Count && windows[i].End < arrival)
            i++;
        return i;
    }

    private bool HasLaterWindow(int[] nodes, int[] windows)
    {
        for (var i = 1; i < nodes.Length; i++)
        {
            if (nodes[i] > 0 && windows[i] < problem.Drops[nodes[i] - 1].Windows.Count - 1)
                return true;
        }

        return false;
    }

    /// <summary>Windows by their place in the problem's arrays.</summary>
    private int[] Numbered(int[] nodes, int[] windows)
    {
        var numbered = new int[nodes.Length];
        for (var i = 0; i < nodes.Length; i++)
            numbered[i] = nodes[i] == 0 ? 0 : problem.Data.WindowOffset[nodes[i]] + windows[i];
        return numbered;
    }

    /// <summary>The locations of a day: drop i is location i + 1, the depot is 0.</summary>
    private static int[] NodesOf(IReadOnlyList<IReadOnlyList<int>> trips)
    {
        var nodes = new int[1 + trips.Sum(trip => trip.Count + 1)];
        var at = 0;
        foreach (var trip in trips)
        {
            foreach (var drop in trip)
                nodes[++at] = drop + 1;
            at++;
        }

        return nodes;
    }
}
