using Territory.Model.Ids;
using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Dispatch.Runs;

/// <summary>The routing problem of a run: what of the day may change, and nothing else.</summary>
/// <remarks>
/// Clients are the drops that may be placed, then for each vehicle that has left its stop "here and now", with which its day begins. What the vehicles outside the problem do stands in <see cref="Standing"/>.
/// </remarks>
internal sealed class RunProblem
{
    private readonly DayModel model;
    private readonly int[] clientOf;

    public RunProblem(DayModel model, IReadOnlyList<VehicleFreedom> vehicles, IReadOnlyList<VehicleFreedom> standing, IReadOnlyList<int> drops, IReadOnlyList<int> hereOf, ProblemData data)
    {
        (this.model, Vehicles, Standing, Drops, HereOf, Data) = (model, vehicles, standing, drops, hereOf, data);
        clientOf = new int[model.Drops.Count];
        Array.Fill(clientOf, -1);
        for (var client = 0; client < drops.Count; client++)
            clientOf[drops[client]] = client;
    }

    public ProblemData Data { get; }

    /// <summary>The vehicles of the problem, each a type of its own.</summary>
    public IReadOnlyList<VehicleFreedom> Vehicles { get; }

    /// <summary>Vehicles that are not in the problem, with what stays on them as their bound stops.</summary>
    public IReadOnlyList<VehicleFreedom> Standing { get; }

    /// <summary>The drop of each client but those here and now.</summary>
    public IReadOnlyList<int> Drops { get; }

    /// <summary>The client here and now of each vehicle, or -1.</summary>
    public IReadOnlyList<int> HereOf { get; }

    /// <summary>The client of a drop, or -1.</summary>
    public int ClientOf(int drop) => clientOf[drop];

    /// <summary>How many trips of the plan come before the first trip of the problem.</summary>
    public int TripsBefore(int vehicle) => Vehicles[vehicle] is { Departed: { } departed } ? departed.Trips.Count - 1 : 0;

    /// <summary>Trips of the plan as trips of the problem.</summary>
    public IReadOnlyList<IReadOnlyList<int>> ToClients(int vehicle, IReadOnlyList<IReadOnlyList<int>> trips)
    {
        var clients = trips.Skip(TripsBefore(vehicle)).Select((trip, number) => (int[])[.. number == 0 && HereOf[vehicle] >= 0 ? [HereOf[vehicle]] : Array.Empty<int>(), .. trip.Select(ClientOf)]);
        return [.. clients.Where(trip => trip.Length > 0)];
    }

    /// <summary>The whole day's routes.</summary>
    public IReadOnlyList<RouteDraft> DraftsOf(IReadOnlyList<SolutionRoute> routes)
    {
        var drafts = Standing.Select(vehicle => DraftOf(vehicle.Vehicle, vehicle.BoundTrips)).ToList();
        foreach (var route in routes)
        {
            var trips = Enumerable.Repeat<IReadOnlyList<int>>([], TripsBefore(route.Vehicle))
                .Concat(route.Trips.Select(IReadOnlyList<int> (trip) => [.. trip.Where(client => client < Drops.Count).Select(client => Drops[client])]));
            drafts.Add(DraftOf(Vehicles[route.Vehicle].Vehicle, [.. trips]));
        }

        return drafts;
    }

    private RouteDraft DraftOf(int vehicle, IReadOnlyList<IReadOnlyList<int>> trips) =>
        new(model.Vehicles[vehicle].Id, [.. trips.Select(trip => (IReadOnlyList<OrderId>)[.. trip.Select(drop => model.Drops[drop].First)])]);
}
