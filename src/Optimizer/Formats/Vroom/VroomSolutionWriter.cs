using Territory.Optimizer.Evaluation;
using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Formats.Vroom;

/// <summary>An evaluated plan in VROOM's form.</summary>
public sealed class VroomSolutionWriter(VroomModel model)
{
    public VroomOutput Write(PlanReport report, VroomComputingTimes times)
    {
        var routes = report.Routes.Select(Write).ToArray();
        var unassigned = report.Unserved.Select(client => model.Tasks[client]).ToArray();
        return new VroomOutput
        {
            Summary = new VroomSummary
            {
                Cost = routes.Sum(route => route.Cost),
                Routes = routes.Length,
                Unassigned = unassigned.Length,
                Delivery = Sum(routes, route => route.Delivery),
                Amount = Sum(routes, route => route.Delivery),
                Pickup = Sum(routes, route => route.Pickup),
                Setup = routes.Sum(route => route.Setup),
                Service = routes.Sum(route => route.Service),
                Duration = routes.Sum(route => route.Duration),
                WaitingTime = routes.Sum(route => route.WaitingTime),
                Priority = routes.Sum(route => route.Priority),
                Distance = routes.All(route => route.Distance is not null) ? routes.Sum(route => route.Distance) : null,
                Violations = [.. routes.SelectMany(route => (route.Violations ?? []).Concat((route.Steps ?? []).SelectMany(step => step.Violations ?? []))).GroupBy(violation => violation.Cause)
                    .Select(group => new VroomViolation { Cause = group.Key, Duration = group.Sum(violation => violation.Duration) is > 0 and var sum ? sum : null })],
                ComputingTimes = times,
            },
            Unassigned = [.. unassigned.Select(task => new VroomUnassigned { Id = task.Id, Type = task.Kind, Description = task.Step.Description, Location = task.Step.Location, LocationIndex = task.Step.LocationIndex })],
            Routes = routes,
        };
    }

    private VroomRoute Write(RouteReport report)
    {
        var vehicle = model.VehicleOf(report.Vehicle);
        var tasks = report.Timetable.Where(entry => entry.Client is not null).Select(entry => model.Tasks[entry.Client ?? 0]).ToArray();
        var steps = Steps(report, vehicle).ToArray();
        var violations = new List<VroomViolation>();
        foreach (var violation in report.Violations)
        {
            if (RouteCause(violation.Rule) is { } cause)
                violations.Add(new VroomViolation { Cause = cause });
        }

        return new VroomRoute
        {
            Vehicle = vehicle.Id ?? 0,
            Cost = model.CostOf(report.Figures.Cost),
            Description = vehicle.Description,
            Delivery = Figures(Total(tasks, task => task.Kind == "job" ? task.Delivery : task.Kind == "delivery" ? task.Amount : null)),
            Amount = Figures(Total(tasks, task => task.Kind == "job" ? task.Delivery : task.Kind == "delivery" ? task.Amount : null)),
            Pickup = Figures(Total(tasks, task => task.Kind == "job" ? task.Pickup : task.Kind == "pickup" ? task.Amount : null)),
            Setup = steps.Sum(step => step.Setup),
            Service = steps.Sum(step => step.Service),
            Duration = report.Figures.Driving,
            WaitingTime = steps.Sum(step => step.WaitingTime),
            Priority = tasks.Where(task => task.Kind != "delivery").Sum(task => task.Priority),
            Distance = steps.LastOrDefault()?.Distance,
            Steps = steps,
            Violations = violations,
        };
    }

    private IEnumerable<VroomRouteStep> Steps(RouteReport report, VroomVehicle vehicle)
    {
        var type = model.Data.VehicleTypes[model.Data.TypeOfVehicle[report.Vehicle]];
        var breaks = VroomModel.BreaksOf(vehicle).ToArray();
        long? distance = model.DistanceBetween(vehicle, 0, 0) is null ? null : 0;
        var at = type.StartDepot;
        var (done, driven) = (report.Figures.Start, 0L);
        foreach (var entry in report.Timetable)
        {
            // What is waited for comes after the road.
            var arrival = entry.Kind == TimetableEntryKind.Start ? entry.Start : done + entry.Driving - driven;
            (done, driven) = (entry.Done, entry.Driving);
            if (entry.Kind != TimetableEntryKind.Break)
            {
                var next = entry.Client is { } there ? model.Data.DepotCount + there : entry.Kind == TimetableEntryKind.Start ? type.StartDepot : type.EndDepot;
                distance += model.DistanceBetween(vehicle, at, next);
                at = next;
            }

            var step = new VroomRouteStep
            {
                Arrival = arrival,
                Duration = entry.Driving,
                WaitingTime = entry.Start - arrival,
                Load = Figures(entry.OnBoard),
                Distance = distance,
                Violations = [.. StepViolations(report, entry, type)],
            };
            if (entry.Kind == TimetableEntryKind.Break)
            {
                var pause = breaks[entry.Break ?? 0];
                yield return step with { Type = "break", Id = pause.Id, Description = pause.Description, Service = pause.Service };
            }
            else if (entry.Client is { } client)
            {
                var task = model.Tasks[client];
                yield return step with
                {
                    Type = task.Kind,
                    Id = task.Id,
                    Job = task.Kind == "job" ? task.Id : null,
                    Description = task.Step.Description,
                    Location = task.Step.Location,
                    LocationIndex = task.Step.LocationIndex,
                    Setup = entry.Setup,
                    Service = entry.Done - entry.Start - entry.Setup,
                };
            }
            else if (entry.Kind == TimetableEntryKind.Start && (vehicle.StartIndex is not null || vehicle.Start is not null))
            {
                yield return step with { Type = "start", Location = vehicle.Start, LocationIndex = vehicle.StartIndex, WaitingTime = 0 };
            }
            else if (entry.Kind == TimetableEntryKind.End && (vehicle.EndIndex is not null || vehicle.End is not null))
            {
                yield return step with { Type = "end", Location = vehicle.End, LocationIndex = vehicle.EndIndex, Load = Figures(report.Timetable[^2].OnBoard) };
            }
        }
    }

    private IEnumerable<VroomViolation> StepViolations(RouteReport report, TimetableEntry entry, VehicleType type)
    {
        if (!entry.OnBoard.FitsIn(type.Capacity))
            yield return new VroomViolation { Cause = "load" };
        if (entry.Kind == TimetableEntryKind.End && entry.Start > type.LatestEnd)
            yield return new VroomViolation { Cause = "delay", Duration = entry.Start - type.LatestEnd };
        if (entry.Client is not { } client)
            yield break;
        var windows = VroomModel.Windows(model.Tasks[client].Step.TimeWindows);
        if (!windows.Any(window => window.Early <= entry.Start && entry.Start <= window.Late))
        {
            var next = windows.FirstOrDefault(window => window.Early > entry.Start);
            var before = windows.LastOrDefault(window => window.Late < entry.Start);
            yield return before == default && next != default
                ? new VroomViolation { Cause = "lead_time", Duration = next.Early - entry.Start }
                : new VroomViolation { Cause = "delay", Duration = entry.Start - before.Late };
        }

        if (report.Violations.Any(violation => violation.Client == client && violation.Rule == Rule.Skill))
            yield return new VroomViolation { Cause = "skills" };
        if (report.Violations.Any(violation => violation.Client == client && violation.Rule == Rule.Shipment))
            yield return new VroomViolation { Cause = "precedence" };
    }

    private static string? RouteCause(Rule rule) => rule switch
    {
        Rule.Stops => "max_tasks",
        Rule.Break => "missing_break",
        Rule.Driving => "max_travel_time",
        Rule.Distance => "max_distance",
        _ => null,
    };

    private Load Total(IEnumerable<VroomTask> tasks, Func<VroomTask, IReadOnlyList<long>?> amount) => tasks.Select(amount).OfType<IReadOnlyList<long>>()
        .Aggregate(default(Load), (sum, figures) => sum + new Load(figures.ElementAtOrDefault(0), figures.ElementAtOrDefault(1), figures.ElementAtOrDefault(2)));

    private long[] Figures(Load load) => [.. Enumerable.Range(0, model.Dimensions).Select(d => load[d])];

    private static long[] Sum(IReadOnlyList<VroomRoute> routes, Func<VroomRoute, IReadOnlyList<long>?> figures) => routes.Count == 0 ? []
        : [.. Enumerable.Range(0, figures(routes[0])?.Count ?? 0).Select(d => routes.Sum(route => figures(route)?[d] ?? 0))];
}
