using Territory.Model.Problems;

namespace Territory.Optimizer.Routing;

/// <summary>Locks and relations that cannot all be kept, of a problem whose parts are in range.</summary>
/// <remarks>
/// Stops that may be left out by choice, optional ones and alternatives, bind nobody to each other, so that only required stops without an alternative are followed from relation to relation.
/// Complexity: O(stops named in relations and locks).
/// </remarks>
internal sealed class LockInspection
{
    private readonly IReadOnlyList<Client> clients;
    private readonly IReadOnlyList<VehicleType> types;
    private readonly IReadOnlyList<Shipment> shipments;
    private readonly ProblemRules rules;
    private readonly List<Problem> problems = [];

    /// <summary>The vehicle of each client that is locked to one or that one has been sent to.</summary>
    private readonly int?[] lockOf;
    private readonly bool[] isBound;
    private readonly int[] typeOfVehicle;

    private LockInspection(IReadOnlyList<Client> clients, IReadOnlyList<VehicleType> types, IReadOnlyList<Shipment> shipments, ProblemRules rules)
    {
        (this.clients, this.types, this.shipments, this.rules) = (clients, types, shipments, rules);
        lockOf = [.. clients.Select(client => client.Vehicle)];
        isBound = [.. clients.Select(client => client.IsRequired)];
        foreach (var client in rules.Alternatives.SelectMany(group => group))
            isBound[client] = false;
        typeOfVehicle = [.. types.SelectMany((type, t) => Enumerable.Repeat(t, type.Count))];
    }

    public static IReadOnlyList<Problem> Inspect(IReadOnlyList<Client> clients, IReadOnlyList<VehicleType> types, IReadOnlyList<Shipment> shipments, ProblemRules rules)
    {
        var inspection = new LockInspection(clients, types, shipments, rules);
        inspection.InspectPrefixes();
        inspection.InspectVehicles();
        inspection.InspectRelations();
        inspection.InspectOrders();
        return inspection.problems;
    }

    private void InspectPrefixes()
    {
        var isSent = new bool[clients.Count];
        for (int t = 0, vehicle = 0; t < types.Count; vehicle += types[t].Count, t++)
        {
            foreach (var client in types[t].Prefix)
            {
                var field = $"clients[{client}]";
                Require(!isSent[client], "lock.twice", "Two vehicles have been sent to one stop.", field);
                Require(clients[client].Vehicle is not { } locked || locked == vehicle, "lock.vehicle", "The stop is locked to one vehicle and begins the day of another.", field);
                Require(MayServe(t, client), "lock.skill", "The vehicle that has been sent may not serve the stop.", field);
                isSent[client] = true;
                lockOf[client] = vehicle;
            }
        }

        for (var g = 0; g < rules.Alternatives.Count; g++)
            Require(rules.Alternatives[g].Count(client => isSent[client]) <= 1, "lock.alternatives", "Vehicles have been sent to two alternatives of one stop.", $"alternatives[{g}]");
    }

    private void InspectVehicles()
    {
        var ends = new HashSet<(int Vehicle, StopPosition Position)>();
        for (var client = 0; client < clients.Count; client++)
        {
            if (clients[client].Vehicle is { } vehicle && lockOf[client] == vehicle)
                Require(MayServe(typeOfVehicle[vehicle], client), "lock.skill", "The vehicle that the stop is locked to may not serve it.", $"clients[{client}].vehicle");
            if (lockOf[client] is { } at && isBound[client] && clients[client].Position != StopPosition.Any)
                Require(ends.Add((at, clients[client].Position)), "lock.position", "Two stops are locked to one end of a vehicle's day.", $"clients[{client}].position");
        }
    }

    /// <summary>Joins what one vehicle has to serve, and looks whether two vehicles have to.</summary>
    private void InspectRelations()
    {
        int[] parts = [.. Enumerable.Range(0, clients.Count)];
        var lockOfPart = lockOf.ToArray();
        for (var s = 0; s < shipments.Count; s++)
            Require(Join(parts, lockOfPart, shipments[s].Pickup, shipments[s].Delivery), "lock.shipment", "The two stops of a shipment are locked to different vehicles.", $"shipments[{s}]");
        for (var r = 0; r < rules.Relations.Count; r++)
        {
            if (rules.Relations[r].Kind == RelationKind.Apart)
                continue;
            int[] bound = [.. rules.Relations[r].Clients.Where(client => isBound[client])];
            var isKept = rules.Relations[r].Clients.Select(client => lockOf[client]).OfType<int>().Distinct().Count() <= 1;
            for (var i = 1; i < bound.Length; i++)
                isKept &= Join(parts, lockOfPart, bound[i - 1], bound[i]);
            Require(isKept, "lock.relation", "The locks of these stops, and of those that go with them, contradict their relation.", $"relations[{r}]");
        }

        for (var r = 0; r < rules.Relations.Count; r++)
        {
            if (rules.Relations[r].Kind != RelationKind.Apart)
                continue;
            int[] locked = [.. rules.Relations[r].Clients.Select(client => lockOf[client]).OfType<int>()];
            Require(locked.Distinct().Count() == locked.Length, "lock.relation", "The locks of these stops contradict their relation.", $"relations[{r}]");
            int[] bound = [.. rules.Relations[r].Clients.Where(client => isBound[client]).Select(client => PartOf(parts, client))];
            Require(bound.Distinct().Count() == bound.Length, "relation.contradiction", "Other relations ask one vehicle to serve two of these stops.", $"relations[{r}]");
        }
    }

    /// <summary>Sequences that go round in a circle. Algorithm: take away what nothing has to come before; Kahn (1962).</summary>
    private void InspectOrders()
    {
        var before = new int[clients.Count];
        var after = new List<(int Client, int Relation)>[clients.Count];
        for (var r = 0; r < rules.Relations.Count; r++)
        {
            if (rules.Relations[r].Kind is not (RelationKind.Sequence or RelationKind.DirectSequence))
                continue;
            int[] bound = [.. rules.Relations[r].Clients.Where(client => isBound[client])];
            for (var i = 1; i < bound.Length; i++)
            {
                (after[bound[i - 1]] ??= []).Add((bound[i], r));
                before[bound[i]]++;
            }
        }

        var free = new Stack<int>(Enumerable.Range(0, clients.Count).Where(client => before[client] == 0));
        while (free.TryPop(out var client))
        {
            foreach (var (next, _) in after[client] ?? [])
            {
                if (--before[next] == 0)
                    free.Push(next);
            }
        }

        foreach (var relation in Enumerable.Range(0, clients.Count).Where(client => before[client] > 0).SelectMany(client => after[client] ?? []).Where(step => before[step.Client] > 0).Select(step => step.Relation).Distinct().Order())
            Require(false, "relation.contradiction", "Sequences ask a stop to come before itself.", $"relations[{relation}]");
    }

    /// <returns>Whether the two parts are not locked to different vehicles.</returns>
    private static bool Join(int[] parts, int?[] lockOfPart, int a, int b)
    {
        (a, b) = (PartOf(parts, a), PartOf(parts, b));
        parts[b] = a;
        var isKept = lockOfPart[a] is not { } first || lockOfPart[b] is not { } second || first == second;
        lockOfPart[a] ??= lockOfPart[b];
        return isKept;
    }

    private static int PartOf(int[] parts, int client)
    {
        while (parts[client] != client)
            client = parts[client] = parts[parts[client]];
        return client;
    }

    private bool MayServe(int type, int client) => types[type].AllowedClients?[client] != false && clients[client].Skills?.Allows(types[type].Skills) != false;

    private void Require(bool condition, string code, string rule, string field)
    {
        if (!condition)
            problems.Add(new Problem(code, rule, Field: field));
    }
}
