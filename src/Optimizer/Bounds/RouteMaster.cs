namespace Territory.Optimizer.Bounds;

/// <summary>The master problem: which of the known routes to take, in parts, so that every client is served and no more vehicles leave than there are.</summary>
/// <remarks>Rows: one of at least 1 for each client, then one of at most its number for each fleet. Source: Balinski and Quandt (1964).</remarks>
internal sealed class RouteMaster : IDisposable
{
    private readonly ClpLibrary clp;
    private readonly nint model;
    private readonly int clients;
    private readonly int fleets;

    public RouteMaster(ClpLibrary clp, int clients, IReadOnlyList<int> vehicles)
    {
        this.clp = clp;
        this.clients = clients;
        fleets = vehicles.Count;
        model = clp.NewModel();
        double[] least = [.. Enumerable.Repeat(1.0, clients), .. vehicles.Select(_ => 0.0)];
        double[] most = [.. Enumerable.Repeat(double.MaxValue, clients), .. vehicles.Select(count => (double)count)];
        clp.AddRows(model, least, most);
    }

    public int Routes { get; private set; }

    /// <summary>A client left out at a price.</summary>
    public void AddOmission(int client, double price) => clp.AddColumn(model, price, [client], [1]);

    public void Add(PricedRoute route)
    {
        var visits = route.Clients.CountBy(client => client).ToArray();
        int[] rows = [.. visits.Select(visit => visit.Key), clients + route.Fleet];
        double[] shares = [.. visits.Select(visit => (double)visit.Value), 1];
        clp.AddColumn(model, route.Cost, rows, shares);
        Routes++;
    }

    /// <summary>Solves and writes what serving each client is worth and what one vehicle more of each fleet would save, as a number up to 0.</summary>
    public bool TrySolve(Span<double> worth, Span<double> vehicles)
    {
        if (!clp.Minimise(model))
            return false;
        var prices = clp.RowPrices(model, clients + fleets);
        prices[..clients].CopyTo(worth);
        prices[clients..].CopyTo(vehicles);
        return true;
    }

    public void Dispose() => clp.DeleteModel(model);
}
