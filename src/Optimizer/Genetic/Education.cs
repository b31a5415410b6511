using Territory.Optimizer.LocalSearch;
using Territory.Optimizer.Randomness;
using Territory.Optimizer.Routing;
using Territory.Optimizer.Search;

namespace Territory.Optimizer.Genetic;

/// <summary>Brings an individual to a local optimum of the penalised objective and puts its routes in order around the depots.</summary>
internal sealed class Education
{
    private readonly ProblemData data;
    private readonly LinkedRoutes routes;
    private readonly GranularSearch search;
    private readonly CheapestInsertion insertion;
    private readonly PlaneCoordinates plane;
    private readonly VehicleSet loaded;
    private readonly VehicleSet before;
    private readonly int[] nodes;
    private readonly int[] windows;
    private readonly int[] clients;
    private readonly int[] order;
    private readonly double[] angle;

    public Education(SearchSpace space, PlaneCoordinates plane)
    {
        data = space.Data;
        this.plane = plane;
        routes = new LinkedRoutes(data, space.Evaluator);
        search = new GranularSearch(routes, space.Granular);
        insertion = new CheapestInsertion(routes, space.Granular);
        loaded = new VehicleSet(data.VehicleCount);
        before = new VehicleSet(data.VehicleCount);
        nodes = new int[data.ClientCount + 2];
        windows = new int[data.ClientCount + 2];
        clients = new int[data.ClientCount];
        order = new int[data.VehicleCount];
        angle = new double[data.VehicleCount];
    }

    /// <param name="missing">Clients that the individual does not serve; they are inserted first.</param>
    /// <returns>Whether every client has a place.</returns>
    public bool Run(Individual individual, Span<int> missing, PenaltyWeights weights, Xoshiro256 random)
    {
        Load(individual, weights);
        Shuffle(missing, random);
        var isWhole = true;
        foreach (var client in missing)
            isWhole &= insertion.Insert(client, loaded);
        if (!isWhole)
            return false;
        for (var i = 0; i < clients.Length; i++)
            clients[i] = data.DepotCount + i;
        search.Run(clients, random, loaded);
        Read(individual);
        return true;
    }

    private static void Shuffle(Span<int> items, Xoshiro256 random)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var other = random.Next(i + 1);
            (items[i], items[other]) = (items[other], items[i]);
        }
    }

    private void Load(Individual individual, PenaltyWeights weights)
    {
        before.Clear();
        before.AddRange(loaded.Items);
        loaded.Clear();
        foreach (var vehicle in before.Items)
            routes.Clear(vehicle);
        routes.SetWeights(weights);
        LoadRoutes(individual, settled: true);
        // Among themselves these have nothing to gain.
        search.Settle();
        LoadRoutes(individual, settled: false);
        foreach (var vehicle in before.Items)
        {
            if (!loaded.Contains(vehicle))
                routes.Update(vehicle);
        }
    }

    private void LoadRoutes(Individual individual, bool settled)
    {
        for (var route = 0; route < individual.RouteCount; route++)
        {
            if (individual.IsSettled(route) != settled)
                continue;
            var sequence = individual.Route(route);
            sequence.CopyTo(nodes.AsSpan(1));
            individual.RouteWindows(route).CopyTo(windows.AsSpan(1));
            routes.Load(individual.VehicleOf(route), nodes.AsSpan(0, sequence.Length + 2), windows.AsSpan(0, sequence.Length + 2));
            loaded.Add(individual.VehicleOf(route));
        }
    }

    private void Read(Individual individual)
    {
        var count = 0;
        foreach (var vehicle in loaded.Items)
        {
            if (routes.IsUnused(vehicle))
                continue;
            angle[vehicle] = AngleOf(vehicle);
            var place = count++;
            for (; place > 0 && IsBefore(vehicle, order[place - 1]); place--)
                order[place] = order[place - 1];
            order[place] = vehicle;
        }

        individual.Clear();
        individual.Objective = individual.LoadExcess = individual.TimeExcess = 0;
        for (var i = 0; i < count; i++)
        {
            var vehicle = order[i];
            individual.Begin(vehicle);
            for (var entry = routes.Next[routes.StartOf(vehicle)]; !routes.IsEnd(entry); entry = routes.Next[entry])
                individual.Add(entry, routes.Window[entry]);
            individual.Objective += routes.ObjectiveOf(vehicle);
            individual.LoadExcess += routes.LoadExcessOf(vehicle);
            individual.TimeExcess += routes.TimeExcessOf(vehicle);
        }
    }

    /// <summary>Vehicles of one depot stay together.</summary>
    private bool IsBefore(int vehicle, int other)
    {
        var depot = data.VehicleTypes[data.TypeOfVehicle[vehicle]].StartDepot;
        var otherDepot = data.VehicleTypes[data.TypeOfVehicle[other]].StartDepot;
        if (depot != otherDepot)
            return depot < otherDepot;
        return angle[vehicle] != angle[other] ? angle[vehicle] < angle[other] : vehicle < other;
    }

    private double AngleOf(int vehicle)
    {
        double x = 0, y = 0;
        var count = 0;
        for (var entry = routes.Next[routes.StartOf(vehicle)]; !routes.IsEnd(entry); entry = routes.Next[entry])
        {
            x += plane.X[entry];
            y += plane.Y[entry];
            count++;
        }

        var depot = data.VehicleTypes[data.TypeOfVehicle[vehicle]].StartDepot;
        return PlaneCoordinates.Angle((x / count) - plane.X[depot], (y / count) - plane.Y[depot]);
    }
}
