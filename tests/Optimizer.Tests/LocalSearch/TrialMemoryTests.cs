using Territory.Optimizer.LocalSearch;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.LocalSearch;

public sealed class TrialMemoryTests
{
    private const int Clients = 6;

    /// <summary>Against copies of all stamps.</summary>
    [Fact]
    public void TakeBack_AfterAnyNotes_GivesTheStampsOfTheLastKeep()
    {
        var random = new Random(1);
        var memory = new TrialMemory(Clients);
        var (linked, tried, unused) = (new int[Clients], Filled(-1), Filled(-1));
        var (keptLinked, keptTried, keptUnused) = (linked.ToArray(), tried.ToArray(), unused.ToArray());
        for (var clock = 1; clock <= 2_000; clock++)
        {
            var client = random.Next(Clients);
            switch (random.Next(8))
            {
                case 0:
                    memory.Keep();
                    (keptLinked, keptTried, keptUnused) = (linked.ToArray(), tried.ToArray(), unused.ToArray());
                    break;
                case 1:
                    memory.TakeBack();
                    (linked, tried, unused) = (keptLinked.ToArray(), keptTried.ToArray(), keptUnused.ToArray());
                    break;
                case 2 or 3:
                    memory.Link(client, clock);
                    linked[client] = clock;
                    break;
                case 4 or 5:
                    memory.Try(client, clock).ShouldBe(tried[client]);
                    tried[client] = clock;
                    break;
                default:
                    memory.TryUnused(client, clock).ShouldBe(unused[client]);
                    unused[client] = clock;
                    break;
            }

            memory.LinkedAt.ShouldBe(linked);
            memory.IsLinked(client, clock - 3).ShouldBe(linked[client] > clock - 3);
        }
    }

    /// <summary>Against what stands before and after each client, walked before and after random changes.</summary>
    [Fact]
    public void LinkedAt_RandomChanges_NamesThoseWithOtherLinksAndNobodyElse()
    {
        var (changed, unchanged) = (0, 0);
        for (var seed = 0; seed < 200; seed++)
        {
            var data = RandomRoutes.Problem(seed);
            var routes = RandomRoutes.Of(data, seed, PenaltyWeights.Of(RandomRoutes.LoadWeight, RandomRoutes.TimeWeight), notesLinks: true);
            var pairs = OperatorProof.Pairs(routes).ToArray();
            var (u, v) = pairs[seed % pairs.Length];
            var (relocate, tails) = (new Relocate(1 + (seed % 2)), default(TailExchange));
            var before = OperatorProof.Served(routes).ToDictionary(client => client, client => Links(routes, client));
            var clock = routes.Clock;
            if (LinkedRoutes.IsPossible(relocate.Delta(routes, u, v, long.MaxValue)))
                relocate.Apply(routes, u, v);
            else if (LinkedRoutes.IsPossible(tails.Delta(routes, u, v, long.MaxValue)))
                tails.Apply(routes, u, v);

            foreach (var (client, links) in before)
            {
                var isChanged = Links(routes, client) != links;
                routes.IsChanged(client, clock).ShouldBe(isChanged, $"seed {seed}, client {client}");
                changed += isChanged ? 1 : 0;
                unchanged += isChanged ? 0 : 1;
            }
        }

        changed.ShouldBeGreaterThan(200);
        unchanged.ShouldBeGreaterThan(200);
    }

    private static int[] Filled(int value) => [.. Enumerable.Repeat(value, Clients)];

    /// <summary>The locations before and after a client, and the one after that where a client is between.</summary>
    private static (int Before, int After, int Further) Links(LinkedRoutes routes, int client)
    {
        var after = routes.Next[client];
        return (routes.Location[routes.Previous[client]], routes.Location[after], routes.IsDepot(after) ? -1 : routes.Location[routes.Next[after]]);
    }
}
