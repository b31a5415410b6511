using System.Globalization;
using System.Text;
using Territory.Optimizer.Checking;
using Territory.Optimizer.Formats;
using Territory.Optimizer.Solving;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Checking;

/// <summary>
/// C201R0.25 of Yang (2023), several trips with release times, as PyVRP publishes it: Solomon's C201 with eight vehicles of 100 that reload, releases by Cattaruzza et al. (2016), and its proven
/// optimum of 1500.6.
/// </summary>
public sealed class PublishedTripsTests
{
    private const double Optimum = 1500.6;

    private const string Releases =
        "9:1352 10:1066 11:1256 12:1163 13:584 14:870 15:494 16:681 17:474 18:776 19:390 20:390 22:1448 24:390 26:969 27:390 41:390 42:1223 43:1131 44:1038 45:390 46:570 47:474 48:945 49:1321 51:757 "
        + "52:665 53:850 58:390 60:390 71:786 72:691 74:879 77:596 78:1365 79:1267 80:1073 81:978 82:1168 83:390 84:390 85:390 86:494 87:390 88:1562 89:390 91:1584 97:1466";

    private const string Solution =
        "Route #1: 45 51 50 52 47 43 42 41 48\nRoute #2: 63 62 66 0 68 65 49 55 54 59 44\nRoute #3: 53 56 58 60 0 57 40 46 87\n"
        + "Route #4: 93 5 75 2 0 1 99 95 98 7 89 0 18 19 16 14 12 0 15 17 13 9 0 8 21\nRoute #5: 67 74 72 61 64 69 0 91 88 84 83 82 90\nRoute #6: 32 33 36 34 0 86 85 81 78 77\n"
        + "Route #7: 100 97 92 94 3 4 0 76 71 70 73 80 79 96\nRoute #8: 20 22 24 27 30 29 6 0 31 35 37 38 39 0 28 26 23 25 11 10\nCost: 15006\nOptimal: True\n";

    [Fact]
    public void Check_ThePublishedOptimum_CostsWhatItSays()
    {
        var verdict = VrplibFile.Check(Text(), Solution);

        verdict.Violations.ShouldBeEmpty();
        (verdict.Cost, verdict.Routes).ShouldBe((Optimum, 8));
    }

    [Theory]
    [InlineData("Cost: 15006", "Cost: 15007", "cost")]
    [InlineData("63 62 66 0 68", "63 62 66 68", "capacity")]
    [InlineData("0 57 40 46 87", "0 40 57 46 87", "window")]
    [InlineData("93 5 75 2 0 1 99", "93 5 75 2 8 0 1 99", "window")]
    public void Check_ThePublishedOptimumBroken_IsRefused(string sound, string broken, string rule)
    {
        Solution.ShouldContain(sound);

        VrplibFile.Check(Text(), Solution.Replace(sound, broken, StringComparison.Ordinal)).Violations.ShouldContain(violation => violation.Rule == rule);
    }

    [Fact]
    public void Solve_ThePublishedInstance_IsNearItsOptimumAndNotBelow()
    {
        var instance = VrplibFile.Read(Text());
        var result = new TerritorySolver().Solve(new InstanceProblem(instance).Data, new SolveOptions { Iterations = 20_000 }, null, CancellationToken.None);

        var verdict = SolutionChecker.Check(instance, InstanceProblem.ToRouteList(result.Best));

        verdict.Violations.ShouldBeEmpty();
        verdict.Cost.ShouldBeInRange(Optimum, Optimum * 1.05);
    }

    private static string Text()
    {
        var solomon = InstanceReader.Read(SharedData.Path("solomon/C201.txt"));
        var releases = Releases.Split(' ').Select(entry => entry.Split(':')).ToDictionary(entry => int.Parse(entry[0], CultureInfo.InvariantCulture), entry => entry[1]);
        var text = new StringBuilder("NAME: C201R0.25\nTYPE: MTVRPTWR\nEDGE_WEIGHT_TYPE: EUC_2D\nDIMENSION: 101\nVEHICLES: 8\nCAPACITY: 100\nSERVICE_TIME: 90\n");
        void Section(string name, Func<int, string> row) =>
            text.Append(name).Append("_SECTION\n").AppendJoin("", Enumerable.Range(0, solomon.Stops.Count).Select(i => FormattableString.Invariant($"{i + 1} {row(i)}\n")));
        Section("NODE_COORD", i => FormattableString.Invariant($"{solomon.Stops[i].X} {solomon.Stops[i].Y}"));
        Section("DEMAND", i => FormattableString.Invariant($"{solomon.Stops[i].Demand}"));
        Section("TIME_WINDOW", i => FormattableString.Invariant($"{solomon.Stops[i].Early} {solomon.Stops[i].Late}"));
        Section("RELEASE_TIME", i => releases.GetValueOrDefault(i + 1, "0"));
        text.Append("VEHICLES_RELOAD_DEPOT_SECTION\n").AppendJoin("", Enumerable.Range(1, 8).Select(vehicle => FormattableString.Invariant($"{vehicle} 1\n")));
        return text.Append("DEPOT_SECTION\n1\nEOF\n").ToString();
    }
}
