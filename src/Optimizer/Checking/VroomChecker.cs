using Territory.Model.Problems;
using Territory.Optimizer.Formats.Vroom;

namespace Territory.Optimizer.Checking;

/// <summary>Judges a VROOM solution by the times and loads that follow from the problem file: it shares no arithmetic with the search or the evaluator.</summary>
/// <remarks>Stated arrivals, waiting and travel times are checked for consistency, so a solution of VROOM itself can be judged too.</remarks>
public sealed class VroomChecker
{
    private readonly VroomInput input;
    private readonly List<RuleViolation> violations = [];
    private readonly Dictionary<(string Kind, long Id), (VroomJob Step, VroomShipment? Shipment)> tasks = [];
    private readonly HashSet<(string Kind, long Id)> served = [];

    private VroomChecker(VroomInput input)
    {
        this.input = input;
        foreach (var job in input.Jobs ?? [])
            tasks[("job", job.Id ?? 0)] = (job, null);
        foreach (var shipment in input.Shipments ?? [])
        {
            tasks[("pickup", shipment.Pickup?.Id ?? 0)] = (shipment.Pickup ?? new VroomJob(), shipment);
            tasks[("delivery", shipment.Delivery?.Id ?? 0)] = (shipment.Delivery ?? new VroomJob(), shipment);
        }
    }

    /// <param name="input">A problem that <see cref="VroomModel"/> accepts; it has matrices.</param>
    /// <exception cref="InvalidInputException">The problem has no matrices to judge by, or the solution no routes.</exception>
    public static SolutionVerdict Check(VroomInput input, VroomOutput solution)
    {
        if (input.Matrices is null && input.Matrix is null)
            throw new InvalidInputException(new Problem("vroom.matrices", "Only a problem with matrices can be judged: there is no routing engine here.", Field: "matrices"));
        if (solution.Code != 0 || solution.Routes is not { } routes)
            throw new InvalidInputException(new Problem("vroom.solution", "The solution states an error or has no routes.", Field: "code", Value: solution.Error));
        return new VroomChecker(input).Check(solution, routes);
    }

    private SolutionVerdict Check(VroomOutput solution, IReadOnlyList<VroomRoute> routes)
    {
        double cost = 0;
        double distance = 0;
        for (var r = 0; r < routes.Count; r++)
        {
            var vehicle = (input.Vehicles ?? []).FirstOrDefault(vehicle => vehicle.Id == routes[r].Vehicle);
            if (vehicle is null || routes.Take(r).Any(other => other.Vehicle == routes[r].Vehicle))
            {
                violations.Add(new RuleViolation(vehicle is null ? "unknown" : "vehicles", r + 1, null, 1));
                continue;
            }

            var (routeCost, metres) = CheckRoute(routes[r], vehicle, r + 1);
            cost += routeCost;
            distance += metres;
            // VROOM rounds down, the writer here to the nearest.
            if (Math.Abs(routeCost - routes[r].Cost) >= 1 - 1e-6)
                violations.Add(new RuleViolation("cost", r + 1, null, Math.Abs(routeCost - routes[r].Cost)));
        }

        if (solution.Summary is { } summary && summary.Cost != routes.Sum(route => route.Cost))
            violations.Add(new RuleViolation("cost", null, null, Math.Abs((double)summary.Cost - routes.Sum(route => (double)route.Cost))));
        var left = new HashSet<(string Kind, long Id)>();
        foreach (var task in solution.Unassigned ?? [])
        {
            if (!tasks.ContainsKey((task.Type ?? "job", task.Id)) || !left.Add((task.Type ?? "job", task.Id)))
                violations.Add(new RuleViolation("unknown", null, task.Id, 1));
        }

        foreach (var task in tasks.Keys)
        {
            if (served.Contains(task) == left.Contains(task))
                violations.Add(new RuleViolation(served.Contains(task) ? "twice" : "missing", null, task.Id, 1));
        }

        return new SolutionVerdict(violations.Count == 0, cost, distance, routes.Count, violations);
    }

    private (double Cost, double Distance) CheckRoute(VroomRoute route, VroomVehicle vehicle, int number)
    {
        var profile = vehicle.Profile ?? "car";
        var matrices = input.Matrices?.GetValueOrDefault(profile) ?? new VroomMatrices { Durations = input.Matrix };
        var factor = Math.Round(vehicle.SpeedFactor ?? 1, 2);
        var steps = (route.Steps ?? []).ToArray();
        var at = vehicle.StartIndex;
        var place = vehicle.StartIndex;
        double driven = 0;
        double metres = 0;
        double price = 0;
        double work = 0;
        double? free = null;
        double drivenBefore = 0;
        var carried = new HashSet<VroomShipment>();
        var breaks = new HashSet<long>();
        var load = StartLoad(steps);
        CheckEnds(steps, vehicle, number);
        CheckLoad(load, vehicle, number, null);
        foreach (var step in steps)
        {
            var id = step.Id ?? step.Job ?? 0;
            var task = tasks.GetValueOrDefault((step.Type ?? "", id)).Step;
            var index = step.Type switch { "start" => vehicle.StartIndex, "end" => vehicle.EndIndex, "break" => null, _ => task?.LocationIndex };
            if (step.Type is not ("start" or "end" or "break") && task is null)
            {
                violations.Add(new RuleViolation("unknown", number, id, 1));
                continue;
            }

            if (index is { } to)
            {
                if (at is { } from)
                {
                    var (seconds, length, cost) = (matrices.Durations?[from][to] ?? 0, matrices.Distances?[from][to] ?? 0, matrices.Costs?[from][to] ?? 0);
                    if (seconds == VroomMatrices.NoRoad || length == VroomMatrices.NoRoad || cost == VroomMatrices.NoRoad)
                    {
                        violations.Add(new RuleViolation("road", number, id, 1));
                        (seconds, length, cost) = (0, 0, 0);
                    }

                    driven += Math.Round(seconds / factor, MidpointRounding.AwayFromZero);
                    metres += length;
                    price += cost;
                }

                at = to;
                Add("duration", Math.Abs(driven - step.Duration), number, id);
            }

            if (step.Arrival is not { } arrival)
            {
                violations.Add(new RuleViolation("arrival", number, id, 1));
                continue;
            }

            // Work that is done, and the road since then, are what an arrival follows from.
            if (free is { } ready)
                Add("arrival", Math.Abs(arrival - ready - (step.Duration - drivenBefore)), number, id);
            Add("arrival", -step.WaitingTime, number, id);
            // Of a break only this is known: it is on the way.
            Add("duration", drivenBefore - step.Duration, number, id);
            var start = arrival + step.WaitingTime;
            free = start + step.Setup + step.Service;
            drivenBefore = step.Duration;
            Add("window", WindowOf(vehicle).Early - start, number, id);
            Add(step.Type == "end" ? "return" : "window", free.Value - WindowOf(vehicle).Late, number, id);
            if (step.Type == "break")
                CheckBreak(vehicle, id, start, step.Service, load, breaks, number);
            if (task is null)
                continue;
            work += step.Setup + step.Service;
            CheckTask(step, task, vehicle, start, place, number);
            place = task.LocationIndex;
            Move(step.Type ?? "", id, task, load, carried, number);
            CheckLoad(load, vehicle, number, id);
            Add("load", (step.Load ?? []).Select((stated, d) => Math.Abs(stated - load.GetValueOrDefault(d))).DefaultIfEmpty(0).Max(), number, id);
        }

        Add("max_tasks", (double)steps.Count(step => step.Type is "job" or "pickup" or "delivery") - (vehicle.MaxTasks ?? int.MaxValue), number, null);
        Add("max_travel_time", driven - (vehicle.MaxTravelTime ?? double.PositiveInfinity), number, null);
        Add("max_distance", metres - (vehicle.MaxDistance ?? double.PositiveInfinity), number, null);
        Add("precedence", carried.Count, number, null);
        Add("missing_break", (vehicle.Breaks?.Count ?? 0) - breaks.Count, number, null);
        var costs = vehicle.Costs ?? new VroomCosts();
        var travel = matrices.Costs is not null ? price : (driven * (costs.PerHour ?? 3_600) / 3_600) + (metres * costs.PerKm / 1_000);
        return (costs.Fixed + travel + (work * costs.PerTaskHour / 3_600), metres);
    }

    /// <summary>A route begins where the vehicle starts and ends where it ends, once each.</summary>
    private void CheckEnds(VroomRouteStep[] steps, VroomVehicle vehicle, int number)
    {
        if (steps.Count(step => step.Type == "start") != (vehicle.StartIndex is null ? 0 : 1) || (vehicle.StartIndex is not null && steps[0].Type != "start"))
            violations.Add(new RuleViolation("start", number, null, 1));
        if (steps.Count(step => step.Type == "end") != (vehicle.EndIndex is null ? 0 : 1) || (vehicle.EndIndex is not null && steps[^1].Type != "end"))
            violations.Add(new RuleViolation("end", number, null, 1));
    }

    private void CheckTask(VroomRouteStep step, VroomJob task, VroomVehicle vehicle, double start, int? place, int number)
    {
        var id = task.Id ?? 0;
        if (!served.Add((step.Type ?? "", id)))
            violations.Add(new RuleViolation("twice", number, id, 1));
        if (task.TimeWindows is { } windows && !windows.Any(window => window[0] <= start && start <= window[1]))
            violations.Add(new RuleViolation("window", number, id, windows.Min(window => start < window[0] ? window[0] - start : start - window[1])));
        long Figure(IReadOnlyDictionary<string, long>? byType, long usual) => byType is not null && vehicle.Type is { } type && byType.TryGetValue(type, out var own) ? own : usual;
        Add("service", Math.Abs(Figure(task.ServicePerType, task.Service) - step.Service), number, id);
        Add("setup", Math.Abs((place == task.LocationIndex ? 0 : Figure(task.SetupPerType, task.Setup)) - step.Setup), number, id);
        var skills = tasks[(step.Type ?? "", id)].Shipment is { } shipment ? shipment.Skills : task.Skills;
        Add("skills", (skills ?? []).Except(vehicle.Skills ?? []).Count(), number, id);
    }

    private void CheckBreak(VroomVehicle vehicle, long id, double start, long service, Dictionary<int, double> load, HashSet<long> taken, int number)
    {
        var pause = (vehicle.Breaks ?? []).FirstOrDefault(pause => pause.Id == id);
        if (pause is null || !taken.Add(id))
        {
            violations.Add(new RuleViolation("unknown", number, id, 1));
            return;
        }

        Add("service", Math.Abs(pause.Service - service), number, id);
        if (pause.TimeWindows is { } windows && !windows.Any(window => window[0] <= start && start <= window[1]))
            violations.Add(new RuleViolation("break", number, id, 1));
        Add("max_load", load.Where(figure => figure.Key < pause.MaxLoad?.Count).Max(figure => (double?)figure.Value - pause.MaxLoad?[figure.Key]) ?? 0, number, id);
    }

    /// <summary>What the jobs of the route have brought is loaded at its start.</summary>
    private Dictionary<int, double> StartLoad(IEnumerable<VroomRouteStep> steps)
    {
        var load = new Dictionary<int, double>();
        foreach (var step in steps.Where(step => step.Type == "job"))
        {
            var job = tasks.GetValueOrDefault(("job", step.Id ?? step.Job ?? 0)).Step;
            Change(load, job?.Delivery ?? job?.Amount, 1);
        }

        return load;
    }

    private void Move(string kind, long id, VroomJob task, Dictionary<int, double> load, HashSet<VroomShipment> carried, int number)
    {
        var shipment = tasks[(kind, id)].Shipment;
        if (shipment is null)
        {
            Change(load, task.Delivery ?? task.Amount, -1);
            Change(load, task.Pickup, 1);
            return;
        }

        Change(load, shipment.Amount, kind == "pickup" ? 1 : -1);
        if (!(kind == "pickup" ? carried.Add(shipment) : carried.Remove(shipment)))
            violations.Add(new RuleViolation("precedence", number, id, 1));
    }

    private static void Change(Dictionary<int, double> load, IReadOnlyList<long>? figures, int sign)
    {
        for (var d = 0; d < (figures?.Count ?? 0); d++)
            load[d] = load.GetValueOrDefault(d) + (sign * (figures?[d] ?? 0));
    }

    private void CheckLoad(Dictionary<int, double> load, VroomVehicle vehicle, int number, long? stop)
    {
        if (vehicle.Capacity is { } capacity)
            Add("capacity", load.Where(figure => figure.Key < capacity.Count).Select(figure => figure.Value - capacity[figure.Key]).DefaultIfEmpty(0).Max(), number, stop);
    }

    private static (double Early, double Late) WindowOf(VroomVehicle vehicle) => vehicle.TimeWindow is [var early, var late] ? (early, late) : (0, double.PositiveInfinity);

    private void Add(string rule, double by, int route, long? stop)
    {
        if (by > 1e-6)
            violations.Add(new RuleViolation(rule, route, stop, by));
    }
}
