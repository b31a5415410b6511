using Territory.Optimizer.Checking;
using Territory.Optimizer.Formats.Vroom;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Checking;

public sealed class VroomCheckerTests
{
    private const string Problem = """
        {"vehicles":[{"id":5,"start_index":0,"end_index":0,"capacity":[3],"time_window":[100,400],"skills":[7],"breaks":[{"id":9,"service":10,"time_windows":[[120,130]]}]}],
         "jobs":[{"id":1,"location_index":1,"delivery":[2],"service":20,"setup":5,"skills":[7],"time_windows":[[150,200]]}],
         "shipments":[{"amount":[1],"pickup":{"id":4,"location_index":1,"setup":5},"delivery":{"id":4,"location_index":2}}],
         "matrices":{"car":{"durations":[[0,30,40],[30,0,20],[40,20,0]],"distances":[[0,300,400],[300,0,200],[400,200,0]]}}}
        """;

    // By hand: 30 to job 1 with the break on the road from 120 on, ten seconds' wait, 5 + 20 there, the pickup at once without set-up, 20 on, 40 back.
    private const string Solution = """
        {"code":0,"unassigned":[],"routes":[{"vehicle":5,"cost":90,"steps":[
          {"type":"start","arrival":100,"duration":0},
          {"type":"break","id":9,"arrival":120,"duration":20,"service":10},
          {"type":"job","id":1,"arrival":140,"duration":30,"waiting_time":10,"setup":5,"service":20},
          {"type":"pickup","id":4,"arrival":175,"duration":30},
          {"type":"delivery","id":4,"arrival":195,"duration":50},
          {"type":"end","arrival":235,"duration":90}]}]}
        """;

    [Fact]
    public void Check_HandMadeSolution_IsFeasibleAtItsCost()
    {
        var verdict = Check(Problem, Solution);

        verdict.Violations.ShouldBeEmpty();
        (verdict.Cost, verdict.Distance, verdict.Routes).ShouldBe((90, 900, 1));
    }

    [Theory]
    [InlineData("capacity", "\"capacity\":[3]", "\"capacity\":[1]")]
    [InlineData("skills", "\"skills\":[7],\"breaks\"", "\"skills\":[8],\"breaks\"")]
    [InlineData("window", "[[150,200]]", "[[155,200]]")]
    [InlineData("return", "\"time_window\":[100,400]", "\"time_window\":[100,230]")]
    [InlineData("window", "\"time_window\":[100,400]", "\"time_window\":[101,400]")]
    [InlineData("break", "[[120,130]]", "[[121,130]]")]
    [InlineData("max_travel_time", "\"id\":5,", "\"id\":5,\"max_travel_time\":89,")]
    [InlineData("max_distance", "\"id\":5,", "\"id\":5,\"max_distance\":899,")]
    [InlineData("max_tasks", "\"id\":5,", "\"id\":5,\"max_tasks\":2,")]
    [InlineData("max_load", "\"service\":10,", "\"service\":10,\"max_load\":[1],")]
    [InlineData("service", "\"service\":20", "\"service\":21")]
    [InlineData("setup", "\"location_index\":1,\"delivery\"", "\"location_index\":0,\"delivery\"")]
    [InlineData("cost", "\"id\":5,", "\"id\":5,\"costs\":{\"fixed\":50},")]
    public void Check_ChangedProblem_NamesTheRule(string rule, string from, string to) =>
        Check(Problem.Replace(from, to, StringComparison.Ordinal), Solution).Violations.Select(violation => violation.Rule).ShouldContain(rule);

    [Theory]
    [InlineData("arrival", "\"arrival\":195", "\"arrival\":194")]
    [InlineData("duration", "\"arrival\":195,\"duration\":50", "\"arrival\":195,\"duration\":51")]
    [InlineData("missing_break", "{\"type\":\"break\",\"id\":9,\"arrival\":120,\"duration\":20,\"service\":10},", "")]
    [InlineData("precedence", "{\"type\":\"delivery\",\"id\":4,\"arrival\":195,\"duration\":50},", "")]
    [InlineData("missing", "{\"type\":\"delivery\",\"id\":4,\"arrival\":195,\"duration\":50},", "")]
    [InlineData("unknown", "\"type\":\"job\",\"id\":1", "\"type\":\"job\",\"id\":2")]
    [InlineData("twice", "\"type\":\"pickup\",\"id\":4", "\"type\":\"job\",\"id\":1")]
    [InlineData("twice", "\"unassigned\":[]", "\"unassigned\":[{\"id\":1,\"type\":\"job\"}]")]
    [InlineData("unknown", "\"vehicle\":5", "\"vehicle\":6")]
    [InlineData("cost", "\"cost\":90", "\"cost\":91")]
    [InlineData("cost", "\"code\":0", "\"code\":0,\"summary\":{\"cost\":89}")]
    [InlineData("start", "{\"type\":\"start\",\"arrival\":100,\"duration\":0},", "")]
    [InlineData("end", ",\n  {\"type\":\"end\",\"arrival\":235,\"duration\":90}", "")]
    [InlineData("end", "{\"type\":\"pickup\"", "{\"type\":\"end\",\"arrival\":205,\"duration\":60},{\"type\":\"pickup\"")]
    [InlineData("unknown", "{\"type\":\"pickup\"", "{\"type\":\"detour\",\"arrival\":175,\"duration\":30},{\"type\":\"pickup\"")]
    [InlineData("unknown", "\"unassigned\":[]", "\"unassigned\":[{\"id\":8,\"type\":\"job\"}]")]
    [InlineData("load", "\"id\":4,\"arrival\":175", "\"id\":4,\"load\":[2],\"arrival\":175")]
    [InlineData("duration", "\"arrival\":120,\"duration\":20", "\"arrival\":95,\"duration\":-5")]
    public void Check_ChangedSolution_NamesTheRule(string rule, string from, string to) =>
        Check(Problem, Solution.Replace(from, to, StringComparison.Ordinal)).Violations.Select(violation => violation.Rule).ShouldContain(rule);

    [Fact]
    public void Check_AnIdBeyondThirtyTwoBits_IsNamedWhole()
    {
        const string Large = "9876543210";

        Check(Problem.Replace("\"jobs\":[{\"id\":1,", $"\"jobs\":[{{\"id\":{Large},", StringComparison.Ordinal), Solution)
            .Violations.ShouldContain(violation => violation.Rule == "missing" && violation.Stop == 9_876_543_210);
    }

    private static SolutionVerdict Check(string problem, string solution)
    {
        using var problemFile = new TextFile(problem);
        using var solutionFile = new TextFile(solution);
        return VroomChecker.Check(VroomFile.ReadProblem(problemFile.Path), VroomFile.ReadSolution(solutionFile.Path));
    }
}
