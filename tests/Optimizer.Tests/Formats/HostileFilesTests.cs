using System.Globalization;
using System.Text;
using Territory.Model.Problems;
using Territory.Optimizer.Checking;
using Territory.Optimizer.Evaluation;
using Territory.Optimizer.Formats;
using Territory.Optimizer.Formats.Vroom;
using Territory.Optimizer.Solving;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Formats;

/// <summary>Small sound files with a few seeded faults: each is refused with its problems, or is a problem that solves and checks; nothing else is thrown and nothing hangs.</summary>
public sealed class HostileFilesTests
{
    private const int FilesOfAFormat = 200;
    private const int Iterations = 20;

    /// <summary>Only a hang takes so long.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly string[] Figures =
    [
        "-1", "0", "1", "2", "3", "0.5", "-0.0", "1e-300", "1e9", "99999999", "100000000", "2147483648", "1000000000000", "9223372036854775807", "1e308", "1e309", "NaN", "Infinity", "-Infinity", "x", "null",
        "", "1,5", "0x10", "１", "[]", "{}", "\"7\"", "true", "\u0000",
    ];

    public static TheoryData<string, string> Sound => new()
    {
        { "cvrp", Vrplib("CVRP", "CAPACITY: 10\nDISTANCE: 200\nSERVICE_TIME: 3", "EUC_2D", "") },
        { "vrptw", Vrplib("VRPTW", "CAPACITY: 10\nVEHICLES: 4\nEDGE_WEIGHT_FORMAT: FULL_MATRIX", "EXPLICIT", "EDGE_WEIGHT_SECTION\n0 3 4 5 6\n3 0 4 5 6\n4 3 0 4 5\n5 4 3 0 9\n6 2 4 8 0\nTIME_WINDOW_SECTION\n1 0 99\n2 5 20\n3 0 60\n4 10 50\n5 7 70\n") },
        { "mdvrptw", Vrplib("MDVRPTW", "VEHICLES: 3\nVEHICLES_MAX_DURATION: 90", "EUC_2D", "TIME_WINDOW_SECTION\n1 0 99\n2 5 90\n3 0 60\n4 10 50\n5 7 70\nVEHICLES_DEPOT_SECTION\n1 1\n2 2\n3 2\nCAPACITY_SECTION\n1 8\n2 9\n3 7\nVEHICLES_FIXED_COST_SECTION\n1 5\n2 0\n3 9\nVEHICLES_ALLOWED_CLIENTS_SECTION\n1 3 4 5\n2 4 5\n3 3 4\n", depots: 2) },
        { "pcvrptw", Vrplib("PCVRPTW", "CAPACITY: 10\nVEHICLES: 2", "EUC_2D", "TIME_WINDOW_SECTION\n1 0 99\n2 5 90\n3 0 60\n4 10 50\n5 7 70\nPRIZE_SECTION\n1 0\n2 0\n3 4.5\n4 30\n5 0\n") },
        { "mtvrptwr", Vrplib("MTVRPTWR", "CAPACITY: 7\nVEHICLES: 2\nVEHICLES_MAX_RELOADS: 2", "EUC_2D", "TIME_WINDOW_SECTION\n1 0 99\n2 5 90\n3 0 60\n4 10 50\n5 7 70\nRELEASE_TIME_SECTION\n1 0\n2 0\n3 9\n4 20\n5 0\nVEHICLES_RELOAD_DEPOT_SECTION\n1 1\n2 1\n") },
        { "vrpb", Vrplib("VRPB", "CAPACITY: 10", "EUC_2D", "BACKHAUL_SECTION\n3 5 -1\n") },
        { "vrpspd", Vrplib("VRPSPD", "VEHICLES: 3", "EUC_2D", "BACKHAUL_SECTION\n1 0\n2 3\n3 0\n4 2\n5 6\nCAPACITY_SECTION\n1 9\n2 9\n3 8\n") },
        { "gvrp", Vrplib("GVRP", "CAPACITY: 10", "EUC_2D", "MUTUALLY_EXCLUSIVE_GROUP_SECTION\n1 2 4\n2 3 5\n") },
        { "ovrp", Vrplib("OVRP", "CAPACITY: 10\nDISTANCE: 40\nSERVICE_TIME: 2", "EUC_2D", "") },
        { "vrpmpdtw", "NAME: m\nTYPE: VRPMPDTW\nDIMENSION: 5\nCAPACITY: 10\nEDGE_WEIGHT_TYPE: EXACT_2D\nNODE_COORD_SECTION\n1 0 0\n2 3 4\n3 6 8\n4 1 9\n5 7 2\nPICKUP_AND_DELIVERY_SECTION\n1 0 0 500 0 0 0\n2 0 10 90 5 7 0\n3 0 0 80.5 5 0 7\n4 0 0 90 1 3 4\n5 0 3 70 1 4 0\nDEPOT_SECTION\n1\n-1\nEOF\n" },
        { "pdptw", "NAME: p\nTYPE: PDPTW\nDIMENSION: 5\nVEHICLES: 2\nCAPACITY: 10\nEDGE_WEIGHT_TYPE: EUC_2D\nNODE_COORD_SECTION\n1 0 0\n2 3 4\n3 6 8\n4 1 9\n5 7 2\nPICKUP_AND_DELIVERY_SECTION\n1 0 0 500 0 0 0\n2 7 10 90 5 0 3\n3 -7 0 80.5 5 2 0\n4 4 0 90 1 0 5\n5 -4 3 70 1 4 0\nDEPOT_SECTION\n1\n-1\nEOF\n" },
        { "solomon", "TINY\n\nVEHICLE\nNUMBER     CAPACITY\n  2         10\n\nCUSTOMER\nCUST NO.  XCOORD.   YCOORD.    DEMAND   READY TIME  DUE DATE   SERVICE   TIME\n\n 0 0 0 0 0 100 0\n 1 3 4 4 1 20 10\n 2 6 8 5 0 60 10\n 3 9 1 2 10 70 5\n" },
        { "cordeau", "2 2 3 2\n0 10\n60 8\n1 5 5 1 4 1 2 1 2\n2 8 1 2 3 1 2 1 2\n3 2 9 0 2 1 1 1\n4 0 0 0 0 0 0\n5 9 9 0 0 0 0\n" },
        { "lilim", "3 20 1\n0 0 0 0 0 500 0 0 0\n1 3 4 7 10 90 5 0 2\n2 6 8 -7 0 95 5 1 0\n3 1 9 4 0 90 1 0 4\n4 7 2 -4 3 99 1 3 0\n" },
        { "vroom", VroomTown.Of(3) },
        { "estimate", """{"vehicles":[{"id":1,"start":[100,0],"end":[100,0],"capacity":[5]},{"id":2,"start":[100.1,0.1],"profile":"bike","steps":[{"type":"start"},{"type":"job","id":3}]}],"jobs":[{"id":3,"location":[100.01,0.02],"delivery":[2],"skills":[],"priority":4},{"id":4,"location":[100.03,0],"pickup":[3],"service":300,"time_windows":[[0,9000],[9500,20000]]}]}""" },
    };

    [Theory]
    [MemberData(nameof(Sound))]
    public void Read_SoundText_SolvesWithEveryStopServed(string format, string text)
    {
        using var file = new TextFile(text);

        Rules(format, file.Path).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Sound))]
    public async Task Read_BrokenText_IsRefusedWithItsProblemsOrSolvesAndChecks(string format, string text)
    {
        var refused = 0;
        var random = new Random(20_26);
        for (var i = 0; i < FilesOfAFormat; i++)
        {
            var broken = text;
            for (var faults = random.Next(1, 3); faults > 0; faults--)
                broken = Break(broken, random);
            using var file = new TextFile(broken);
            try
            {
                var path = file.Path;
                var rules = await Task.Run(() => Rules(format, path), TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
                rules.Except(["missing"]).ShouldBeEmpty($"{format} {i}: {broken}");
            }
            catch (InvalidInputException refusal)
            {
                refused++;
                refusal.Problems.ShouldNotBeEmpty();
                refusal.Problems.ShouldAllBe(problem => problem.Code.Length > 0 && problem.Rule.Length > 0, $"{format} {i}: {broken}");
            }
            catch (Exception failure) when (failure is not (ShouldAssertException or OperationCanceledException))
            {
                Assert.Fail($"{format} {i}: {failure} for {broken}");
            }
        }

        // Faults that are all refused would prove nothing about solving, and none the reading.
        refused.ShouldBeInRange(FilesOfAFormat / 40, FilesOfAFormat - (FilesOfAFormat / 40));
    }

    /// <summary>Reads, solves and judges; the rules that the plan breaks.</summary>
    private static string[] Rules(string format, string path)
    {
        var options = new SolveOptions { Iterations = Iterations };
        if (format is "vroom" or "estimate")
        {
            var model = new VroomModel(VroomFile.ReadProblem(path), path);
            var report = new PlanEvaluator(model.Data).Evaluate(new TerritorySolver().Solve(model.Data, options with { Initial = model.Initial() }, null, CancellationToken.None).Best);
            var output = new VroomSolutionWriter(model).Write(report, new VroomComputingTimes(0, 0, 0));
            return [.. model.Estimate is null ? VroomChecker.Check(model.Input, output).Violations.Select(violation => violation.Rule) : report.Violations.Select(violation => violation.Rule.ToString())];
        }

        var instance = InstanceReader.Read(path, InstanceFormat.Auto);
        var problem = new InstanceProblem(instance, instance.UsualObjective);
        var routes = InstanceProblem.ToRouteList(problem.Kept(new TerritorySolver().Solve(problem.Data, options, null, CancellationToken.None).Best));
        using var written = new TextFile(RouteListFile.Format(routes with { StatedCost = SolutionChecker.Check(instance, routes).Cost }, instance));
        return [.. SolutionChecker.Check(instance, RouteListFile.Read(written.Path, instance)).Violations.Select(violation => violation.Rule)];
    }

    private static string Break(string text, Random random)
    {
        if (text.Length == 0)
            return text;
        var lines = text.Split('\n');
        var line = random.Next(lines.Length);
        switch (random.Next(8))
        {
            case 0:
                return text[..random.Next(text.Length)];
            case 1:
                return string.Join('\n', lines.Where((_, i) => i != line));
            case 2:
                return string.Join('\n', lines.Take(line + 1).Concat(lines.Skip(line)));
            case 3:
                var at = random.Next(text.Length);
                return text[..at] + (char)random.Next(1, 0x500) + text[at..];
            case 4:
                var from = random.Next(text.Length);
                return text.Remove(from, Math.Min(random.Next(1, 4), text.Length - from));
            case 5:
                var other = random.Next(lines.Length);
                (lines[line], lines[other]) = (lines[other], lines[line]);
                return string.Join('\n', lines);
            default:
                return WithAnotherFigure(text, Figures[random.Next(Figures.Length)], random);
        }
    }

    private static string WithAnotherFigure(string text, string figure, Random random)
    {
        var at = random.Next(text.Length);
        while (at < text.Length && !char.IsAsciiDigit(text[at]))
            at++;
        var first = at;
        while (first > 0 && (char.IsAsciiDigit(text[first - 1]) || text[first - 1] is '-' or '.'))
            first--;
        var end = at;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] == '.'))
            end++;
        return text[..first] + figure + text[end..];
    }

    private static string Vrplib(string type, string keys, string weights, string sections, int depots = 1)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"NAME: {type}\nTYPE: {type}\nDIMENSION: 5\nEDGE_WEIGHT_TYPE: {weights}\n{keys}\n");
        if (weights == "EUC_2D")
            text.Append("NODE_COORD_SECTION\n1 0 0\n2 3 4\n3 6 8\n4 1 9\n5 7 2\n");
        text.Append("DEMAND_SECTION\n1 0\n").Append(depots == 1 ? "2 4\n" : "2 0\n").Append("3 5\n4 3\n5 2\n").Append(sections).Append("DEPOT_SECTION\n").Append(depots == 1 ? "1\n" : "1\n2\n");
        return text.Append("-1\nEOF\n").ToString();
    }
}
