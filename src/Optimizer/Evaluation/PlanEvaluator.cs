using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Evaluation;

/// <summary>The one evaluator: what a given plan costs, term by term, when its vehicles are where, and every rule it breaks. It changes no order and no vehicle.</summary>
/// <remarks>Times as in <see cref="DayWalk"/>; a late vehicle goes on late. Not for several threads at once. Complexity: see <see cref="RouteWalk"/>.</remarks>
public sealed class PlanEvaluator(ProblemData data)
{
    private readonly RouteWalk walk = new(data);

    public PlanReport Evaluate(Solution solution) => Evaluate([.. solution.Routes.Select(PlanRoute.Of)]);

    public PlanReport Evaluate(IReadOnlyList<PlanRoute> plan)
    {
        var routes = plan.Where(route => route.Trips.Any(trip => trip.Count > 0)).Select(Evaluate).ToArray();
        var visits = new int[data.ClientCount];
        var vehicleOf = new int[data.ClientCount];
        foreach (var route in plan)
        {
            foreach (var client in route.Trips.SelectMany(trip => trip))
            {
                visits[client]++;
                vehicleOf[client] = route.Vehicle;
            }
        }

        var violations = routes.SelectMany(route => route.Violations).ToList();
        foreach (var vehicle in routes.GroupBy(route => route.Vehicle).Where(group => group.Count() > 1))
            violations.Add(new Violation(Rule.VehicleTwice, vehicle.Key, null, vehicle.Count() - 1));
        violations.AddRange(Enumerable.Range(0, data.ClientCount).Where(client => visits[client] > 1).Select(client => new Violation(Rule.Twice, null, client, visits[client] - 1)));
        foreach (var group in data.Rules.Alternatives.Where(group => group.Count(client => visits[client] > 0) > 1))
            violations.Add(new Violation(Rule.Alternatives, null, group[0], group.Count(client => visits[client] > 0) - 1));
        foreach (var relation in data.Rules.Relations.Where(relation => relation.Kind != RelationKind.Apart))
        {
            var served = relation.Clients.Where(client => visits[client] > 0).ToArray();
            if (served.Select(client => vehicleOf[client]).Distinct().Count() > 1)
                violations.Add(new Violation(Rule.Relation, null, served[0], 1));
        }

        violations.AddRange(MissingPrefixes(routes));
        var isServed = visits.Select(count => count > 0).ToArray();
        var terms = routes.Aggregate(new CostTerms { LeftOut = data.LeaveOutCostOf(isServed) }, (sum, route) => sum + route.Figures.Terms);
        return new PlanReport(routes, terms, violations, data.Unserved(isServed));
    }

    public RouteReport Evaluate(PlanRoute route)
    {
        var (nodes, windows) = Entries(route);
        var type = data.TypeOfVehicle[route.Vehicle];
        var broken = new List<BrokenRule>();
        var (figures, last) = walk.Report(new RouteSequence(route.Vehicle, type, nodes, windows), new ListSink(broken));
        return new RouteReport(
            route.Vehicle,
            figures,
            Timetable(type, nodes, last),
            [.. broken.Select(item => new Violation(item.Rule, route.Vehicle, item.Location < 0 ? null : item.Location - data.DepotCount, item.Amount))]);
    }

    /// <summary>A vehicle that has been sent somewhere and stays at home breaks its prefix too.</summary>
    private IEnumerable<Violation> MissingPrefixes(IReadOnlyList<RouteReport> routes) =>
        from type in Enumerable.Range(0, data.VehicleTypes.Count)
        where data.VehicleTypes[type].Prefix.Count > 0 && routes.All(route => route.Vehicle != data.FirstVehicleOfType[type])
        select new Violation(Rule.Position, data.FirstVehicleOfType[type], data.VehicleTypes[type].Prefix[0], 1);

    private (int[] Nodes, int[] Windows) Entries(PlanRoute route)
    {
        var type = data.VehicleTypes[data.TypeOfVehicle[route.Vehicle]];
        var nodes = new List<int> { type.StartDepot };
        var windows = new List<int> { 0 };
        for (var trip = 0; trip < route.Trips.Count; trip++)
        {
            if (route.Trips[trip].Count == 0)
                continue;
            if (nodes.Count > 1)
            {
                nodes.Add(type.StartDepot);
                windows.Add(0);
            }

            for (var i = 0; i < route.Trips[trip].Count; i++)
            {
                nodes.Add(data.DepotCount + route.Trips[trip][i]);
                windows.Add(route.Windows is { } chosen ? data.WindowOffset[nodes[^1]] + chosen[trip][i] : -1);
            }
        }

        nodes.Add(type.EndDepot);
        windows.Add(0);
        return ([.. nodes], [.. windows]);
    }

    private List<TimetableEntry> Timetable(int type, int[] nodes, int last)
    {
        var labels = walk.Labels;
        var days = new List<DayLabel>();
        for (var l = last; l >= 0; l = labels[l].Parent)
            days.Add(labels[l]);
        days.Reverse();
        var table = new List<TimetableEntry>();
        long distance = 0;
        long driving = 0;
        for (var i = 0; i < days.Count; i++)
        {
            var label = days[i];
            var (kind, node) = Kind(label, nodes);
            if (label.IsBreak)
            {
                // It was taken at the end of the wait that follows.
                var shift = i + 1 < days.Count && !days[i + 1].IsBreak ? Math.Max(0, days[i + 1].WorkSince - label.Done) : 0;
                var onRoad = driving + Math.Max(0, DriveOf(type, nodes, label.Entry) - (label.Left / 1_000));
                table.Add(new TimetableEntry(kind, null, label.Breaks - 1, label.Start + shift, label.Start + shift, label.Done + shift, 0, onRoad, distance, walk.OnBoard(label.Entry - 1)));
                continue;
            }

            if (i > 0)
            {
                distance += data.DistancesOf(type).Between(nodes[label.Entry - 1], node) is var leg && leg != ProblemData.NoRoad ? leg : 0;
                driving += DriveOf(type, nodes, label.Entry);
            }

            var setup = kind == TimetableEntryKind.Stop && data.PlaceOf[node] != data.PlaceOf[nodes[label.Entry - 1]] ? data.SetupsOf(type)[node] : 0;
            int? client = kind == TimetableEntryKind.Stop ? node - data.DepotCount : null;
            table.Add(new TimetableEntry(kind, client, null, i == 0 ? label.Start : label.Arrival, label.Start, label.Done, setup, driving, distance, walk.OnBoard(label.Entry)));
        }

        return table;
    }

    private long DriveOf(int type, int[] nodes, int entry) =>
        data.DurationsOf(type).Between(nodes[entry - 1], nodes[entry]) is var leg && leg != ProblemData.NoRoad ? leg : 0;

    private (TimetableEntryKind Kind, int Node) Kind(DayLabel label, int[] nodes)
    {
        var node = nodes[label.Entry];
        var kind = label.IsBreak ? TimetableEntryKind.Break
            : node >= data.DepotCount ? TimetableEntryKind.Stop
            : label.Entry == 0 ? TimetableEntryKind.Start
            : label.Entry == nodes.Length - 1 ? TimetableEntryKind.End : TimetableEntryKind.Reload;
        return (kind, node);
    }
}
