using Territory.Optimizer.Genetic;
using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Tests.Genetic;

public sealed class BrokenPairsTests
{
    [Theory]
    [InlineData("1 2 3|4 5", "1 2 3|4 5", false, 0)]
    [InlineData("1 2 3|4 5", "4 5|1 2 3", false, 0)]
    [InlineData("1 2 3|4 5", "3 2 1|5 4", false, 0)]
    // After 3 and 5 comes the depot; turned round it no longer does, each of the five clients has another successor, and 1 and 4 no longer begin.
    [InlineData("1 2 3|4 5", "3 2 1|5 4", true, 7)]
    // 2-3 and 4-5 are broken: 2 and 4 have lost their successors; 3 and 5 still end at the depot, 4 still begins there.
    [InlineData("1 2 3|4 5", "1 2 5|4 3", false, 2)]
    // 3-depot and depot-4 are broken.
    [InlineData("1 2 3|4 5", "1 2 3 4 5", false, 2)]
    public void Between_ByHand_CountsPairsThatTheOtherLacks(string first, string second, bool withDirection, int expected)
    {
        var data = Line(5);

        BrokenPairs.Between(data, Individual(data, first), Individual(data, second), withDirection).ShouldBe(expected);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Between_RandomIndividuals_IsTheSameTogetherAndOneByOne(bool withDirection)
    {
        var random = new Random(1);
        for (var clients = 4; clients < 60; clients++)
        {
            var data = Line(clients);
            var (first, second) = (Parents.Random(data, random), Parents.Random(data, random));

            BrokenPairs.Between(data, first, second, withDirection).ShouldBe(BrokenPairs.OneByOne(data, first, second, withDirection, data.DepotCount));
        }
    }

    private static Individual Individual(ProblemData data, string routes)
    {
        var individual = new Individual(data, 0);
        var vehicle = 0;
        foreach (var route in routes.Split('|'))
        {
            individual.Begin(vehicle++);
            foreach (var client in route.Split(' '))
                individual.Add(int.Parse(client, System.Globalization.CultureInfo.InvariantCulture), 0);
        }

        return individual;
    }

    private static ProblemData Line(int clients)
    {
        int[] places = [.. Enumerable.Range(0, clients + 1)];
        int[] matrix = [.. places.SelectMany(a => places.Select(b => Math.Abs(a - b)))];
        return new ProblemData(
            [new Depot()], [.. places.Skip(1).Select(_ => new Client { Demand = new Load(1) })], [new VehicleType { Capacity = new Load(9), Count = 4 }], matrix, matrix);
    }
}
