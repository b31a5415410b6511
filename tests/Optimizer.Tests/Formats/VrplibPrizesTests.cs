using Territory.Optimizer.Formats;
using Territory.Optimizer.Routing;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Formats;

/// <summary>Stops that may be left out for their prize, and groups of which exactly one is served.</summary>
public sealed class VrplibPrizesTests
{
    private const string Demands = "DEMAND_SECTION\n1 0\n2 1\n3 2\n4 3";
    private const string Windows = "\nTIME_WINDOW_SECTION\n1 0 99\n2 0 99\n3 0 99\n4 0 99";
    private const string Prizes = "\nPRIZE_SECTION\n1 0\n2 0\n3 3\n4 14.25";
    private const string Members = "\nMUTUALLY_EXCLUSIVE_GROUP_SECTION\n1 3 4\n2 2";
    private const string Memberships = "\nMUTUALLY_EXCLUSIVE_GROUP_SECTION\n1 1\n2 7\n3 5\n4 5";

    [Fact]
    public void Read_Prizes_AreOfStopsThatMayBeLeftOut()
    {
        var instance = VrplibFile.Read(VrplibFile.Text("PCVRPTW", "CAPACITY: 9", Demands + Windows + Prizes));

        instance.Stops.Select(stop => stop.Prize).ShouldBe([0, 0, 3, 14.25]);
        // Without a prize a stop has to be served; of 14.25 the tenths count, as of distances.
        new InstanceProblem(instance).Data.Clients.Select(client => (client.IsRequired, client.Prize)).ShouldBe([(true, 0), (false, 30), (false, 142)]);
    }

    [Theory]
    [InlineData("PCVRPTW", "Route #1: 1 2\nCost 18.2\n", 18.2, 4)]
    [InlineData("PCVRPTW", "Route #1: 1 2 3\nCost 18\n", 18, 18)]
    [InlineData("PCVRPTW", "Route #1: 1\nCost 192\n", 19.2, 2)]
    [InlineData("PCVRP", "Route #1: 1 2\nCost 18\n", 18, 4)]
    public void Check_PrizesLeft_CostBesideTheDistance(string type, string routes, double cost, double distance)
    {
        var verdict = VrplibFile.Check(VrplibFile.Text(type, "CAPACITY: 9", Demands + (type == "PCVRP" ? "" : Windows) + Prizes), routes);

        verdict.Violations.ShouldBeEmpty();
        (verdict.Cost, verdict.Distance).ShouldBe((cost, distance));
    }

    [Theory]
    [InlineData("Route #1: 2 3\n", "missing", 1L)]
    [InlineData("Route #1: 1 2 2\n", "twice", 2L)]
    [InlineData("Route #1: 1 2\nCost 4\n", "cost", null)]
    public void Check_ABrokenSolutionWithPrizes_NamesTheRule(string routes, string rule, long? stop)
    {
        var violation = VrplibFile.Check(VrplibFile.Text("PCVRPTW", "CAPACITY: 9", Demands + Windows + Prizes), routes).Violations.ShouldHaveSingleItem();

        (violation.Rule, violation.Stop).ShouldBe((rule, stop));
    }

    [Fact]
    public void Solve_VehiclesFirst_IsRefusedWhereStopsMayBeLeftOut() =>
        Should.Throw<Territory.Model.Problems.InvalidInputException>(() => new InstanceProblem(VrplibFile.Read(VrplibFile.Text("PCVRP", "CAPACITY: 9", Demands + Prizes)), RoutingObjective.VehiclesFirst))
            .Problems.ShouldHaveSingleItem().Code.ShouldBe("objective.prizes");

    [Theory]
    [InlineData(Members)]
    [InlineData(Memberships)]
    public void Read_GroupsOfEitherForm_AreTheSame(string groups)
    {
        var instance = VrplibFile.Read(VrplibFile.Text("GVRP", "CAPACITY: 9", Demands + groups));

        instance.Groups.ShouldBe([[2, 3]]);
        new InstanceProblem(instance).Data.Rules.ShouldBeOfType<ProblemRules>().Alternatives.ShouldBe([[1, 2]]);
    }

    [Theory]
    [InlineData("Route #1: 1 2\nCost 4\n", null, null)]
    [InlineData("Route #1: 3 1\nCost 18\n", null, null)]
    [InlineData("Route #1: 1 2 3\n", "group", 3L)]
    [InlineData("Route #1: 1\n", "missing", 2L)]
    [InlineData("Route #1: 2\n", "missing", 1L)]
    public void Check_AGroup_IsServedExactlyOnce(string routes, string? rule, long? stop)
    {
        var violations = VrplibFile.Check(VrplibFile.Text("GVRP", "CAPACITY: 9", Demands + Members), routes).Violations;

        violations.Select(violation => (violation.Rule, violation.Stop)).ShouldBe(rule is null ? [] : [(rule, stop)]);
    }

    [Theory]
    [InlineData("\nPRIZE_SECTION\n1 5\n2 0\n3 3\n4 1", "vrplib.depot.prize")]
    [InlineData("\nPRIZE_SECTION\n1 0\n2 0\n3 -3\n4 1", "number.range")]
    [InlineData(Members + Prizes, "vrplib.group.prize")]
    [InlineData("\nMUTUALLY_EXCLUSIVE_GROUP_SECTION\n1 1 4", "vrplib.group.depot")]
    [InlineData("\nMUTUALLY_EXCLUSIVE_GROUP_SECTION\n1 3 4\n2 2 3", "vrplib.node.twice")]
    [InlineData("\nMUTUALLY_EXCLUSIVE_GROUP_SECTION\n1 3 4\n1 2", "vrplib.group.twice")]
    [InlineData("\nMUTUALLY_EXCLUSIVE_GROUP_SECTION\n1 3 5", "number.whole")]
    public void Read_AFault_IsRefused(string sections, string code) =>
        VrplibFile.Problems(VrplibFile.Text("PCVRP", "CAPACITY: 9", Demands + sections)).ShouldContain(problem => problem.Code == code);
}
