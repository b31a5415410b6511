using Territory.Optimizer.Genetic;
using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Tests.Genetic;

/// <summary>Random individuals that serve every client.</summary>
internal static class Parents
{
    public static Individual Random(ProblemData data, Random random, int slot = 0)
    {
        var individual = new Individual(data, slot);
        Fill(individual, data, random);
        return individual;
    }

    public static void Fill(Individual individual, ProblemData data, Random random)
    {
        var clients = Enumerable.Range(data.DepotCount, data.ClientCount).ToArray();
        random.Shuffle(clients);
        var lists = Enumerable.Range(0, data.VehicleCount).Select(_ => new List<int>()).ToArray();
        foreach (var client in clients)
            lists[random.Next(lists.Length)].Add(client);
        individual.Clear();
        for (var vehicle = 0; vehicle < lists.Length; vehicle++)
        {
            individual.Begin(vehicle);
            foreach (var client in lists[vehicle])
                individual.Add(client, data.WindowOffset[client]);
            individual.End();
        }
    }
}
