using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Evaluation;

/// <summary>What a walked route costs.</summary>
/// <remarks>
/// route cost = fixed + distance + arc prices + duration + driving + service + overtime + stops + soft windows + changes of a known plan + further territories + balance;
/// an unused vehicle costs nothing, but it counts in the balance with zero.
/// </remarks>
internal sealed class RoutePrice(ProblemData data)
{
    public RouteFigures Of(in RouteSequence route, RouteSums sums)
    {
        var type = data.VehicleTypes[route.Type];
        var duration = sums.Finish - sums.Start;
        var terms = sums.Stops == 0 ? default : new CostTerms
        {
            Fixed = type.FixedCost,
            Distance = type.CostPerDistance * sums.Distance,
            Prices = type.CostPerPrice * sums.Prices,
            Duration = type.CostPerDuration * duration,
            Driving = type.CostPerDriving * sums.Driving,
            Service = type.CostPerService * sums.Service,
            Overtime = type.OvertimeCostPerDuration * Math.Max(0, duration - type.RegularDuration),
            Stops = type.CostPerStop * sums.Stops,
            SoftWindows = data.CostsStart ? sums.StartCost : 0,
            Changes = Changes(route),
            Territories = Territories(route),
            Balance = data.Rules.Balance is { } balance ? balance.CostOf(Balanced(balance.Figure, route, sums, duration)) : 0,
        };
        return new RouteFigures(sums.Distance, sums.Driving, sums.Service, sums.Stops, sums.Start, sums.Finish, terms);
    }

    private long Changes(in RouteSequence route)
    {
        if (!data.HasPlanned)
            return 0;
        long cost = 0;
        foreach (var node in route.Nodes)
        {
            if (node >= data.DepotCount && data.Clients[node - data.DepotCount].Planned is { } planned && planned.Vehicle != route.Vehicle)
                cost += planned.VehicleCost;
        }

        return cost;
    }

    private long Territories(in RouteSequence route)
    {
        if (data.Rules.CostPerFurtherTerritory == 0)
            return 0;
        var count = 0;
        for (var i = 1; i < route.Length - 1; i++)
        {
            if (TerritoryAt(route, i) is not { } territory)
                continue;
            var isNew = true;
            for (var j = 1; j < i && isNew; j++)
                isNew = TerritoryAt(route, j) != territory;
            count += isNew ? 1 : 0;
        }

        return data.Rules.CostPerFurtherTerritory * Math.Max(0, count - 1);
    }

    private int? TerritoryAt(in RouteSequence route, int position) =>
        route.Nodes[position] < data.DepotCount ? null : data.Clients[route.Nodes[position] - data.DepotCount].Territory;

    private long Balanced(BalancedFigure figure, in RouteSequence route, RouteSums sums, long duration)
    {
        if (figure != BalancedFigure.Load)
            return figure == BalancedFigure.Duration ? duration : sums.Stops;
        long load = 0;
        foreach (var node in route.Nodes)
            load += data.Demand[node * data.Dimensions] + (data.HasLoadProfile ? Math.Max(0, data.NetLoad[node * data.Dimensions] + data.Demand[node * data.Dimensions]) : 0);
        return load;
    }
}
