using Territory.Optimizer.Checking;
using Territory.Optimizer.Formats;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Formats;

/// <summary>Vehicles that reload, and trips that wait for what they carry: times of the line are those of the way, one for each unit.</summary>
public sealed class VrplibReloadsTests
{
    private const string Keys = "CAPACITY: 3\nVEHICLES: 2\nVEHICLES_MAX_RELOADS: 1\nSERVICE_TIME: 10";
    private const string Demands = "DEMAND_SECTION\n1 0\n2 1\n3 2\n4 3";
    private const string Windows = "\nTIME_WINDOW_SECTION\n1 0 100\n2 0 40\n3 0 40\n4 0 60";
    private const string Releases = "\nRELEASE_TIME_SECTION\n1 0\n2 5\n3 0\n4 30";
    private const string Reloads = "\nVEHICLES_RELOAD_DEPOT_SECTION\n1 1\n2";

    private static readonly string Text = VrplibFile.Text("MTVRPTWR", Keys, Demands + Windows + Releases + Reloads);

    [Fact]
    public void Read_Reloads_AreOfTheVehiclesThatHaveADepotForThem()
    {
        var instance = VrplibFile.Read(Text);

        instance.Fleets.Select(fleet => (fleet.Vehicles, fleet.MostTrips)).ShouldBe([(1, 2), (1, 1)]);
        instance.Stops.Select(stop => stop.Release).ShouldBe([0, 5, 0, 30]);
        // Without a limit there are as many trips as stops; where nothing is reloaded a limit says nothing.
        VrplibFile.Read(Text.Replace("VEHICLES_MAX_RELOADS: 1\n", "", StringComparison.Ordinal)).Fleets[0].MostTrips.ShouldBe(3);
        VrplibFile.Read(Text.Replace(Reloads, "", StringComparison.Ordinal)).HasReloads.ShouldBeFalse();
    }

    [Fact]
    public void Read_ALimitForEachVehicle_IsItsOwn() =>
        VrplibFile.Read(Text.Replace("VEHICLES_MAX_RELOADS: 1\n", "", StringComparison.Ordinal).Replace(Reloads, Reloads + " 1\nVEHICLES_MAX_RELOADS_SECTION\n1 1\n2 0", StringComparison.Ordinal))
            .Fleets.Select(fleet => fleet.MostTrips).ShouldBe([2, 1]);

    [Fact]
    public void Solution_WithADepotBetweenStops_IsOfTrips()
    {
        var instance = VrplibFile.Read(Text);

        var solution = VrplibFile.Solution("Route #1: 1 2 0 3\nRoute #2:\nCost: 22\n", instance);

        solution.Routes.ShouldBe([[1, 2, 3]]);
        solution.TripsOf(0).ShouldBe([[1, 2], [3]]);
        // At 5, over 6 and 17 until 27 and back by 29; then from 30 on out to 9 and home by 58.
        var verdict = SolutionChecker.Check(instance, solution);
        verdict.Violations.ShouldBeEmpty();
        (verdict.Cost, verdict.Routes).ShouldBe((22, 1));
        RouteListFile.Format(solution, instance).ShouldBe("Route #1: 1 2 0 3\nRoute #2:\nCost 22\n");
    }

    [Fact]
    public void Duration_OfSeveralTrips_CountsTheWaitThatALaterDepartureCannotSave()
    {
        // Whoever leaves at 6 is back at 30, when node 4 comes: 22 of way and 30 of service.
        VrplibFile.Read(Text).DurationOf(0, [[1, 2], [3]]).ShouldBe(22 + 30, 1e-9);
        // Where node 3 closes at 20 the day begins at 8 at the latest; node 4 that comes at 40 keeps it until 68.
        VrplibFile.Read(Text.Replace("\n3 0 40", "\n3 0 20", StringComparison.Ordinal).Replace("4 30", "4 40", StringComparison.Ordinal)).DurationOf(0, [[1, 2], [3]]).ShouldBe(68 - 8, 1e-9);
        // Without windows only releases are waited for, and whoever waits leaves later.
        VrplibFile.Read(VrplibFile.Text("MTVRP", Keys, Demands + Releases + Reloads)).DurationOf(0, [[3], [1, 2]]).ShouldBe(22 + 30, 1e-9);
    }

    [Theory]
    [InlineData("Route #1: 1 2 3\n", "capacity", 1, null, 3)]
    [InlineData("Route #1: 1 0 2 0 3\n", "trips", 1, null, 1)]
    [InlineData("Route #1: 3\nRoute #2: 1 0 2\n", "trips", 2, null, 1)]
    [InlineData("Route #1: 3 0 1 2\n", "window", 1, 1L, 59 - 40)]
    public void Check_ABrokenSolution_NamesTheRule(string routes, string rule, int? route, long? stop, double by)
    {
        // Of the last the first trip leaves at 30 for node 4 and is back at 58; node 2 closes at 40.
        var violations = VrplibFile.Check(Text, routes).Violations;

        var violation = violations[0];
        (violation.Rule, violation.Route, violation.Stop).ShouldBe((rule, route, stop));
        violation.By.ShouldBe(by, 1e-9);
    }

    [Fact]
    public void Check_ARelease_HoldsTheWholeTripBack()
    {
        // Together with node 4, which comes at 30, node 2 is reached at 31 and node 4 at 49: 10 after its new end.
        var text = Text.Replace("CAPACITY: 3", "CAPACITY: 6", StringComparison.Ordinal).Replace("4 0 60", "4 0 39", StringComparison.Ordinal);

        VrplibFile.Check(text, "Route #1: 1 2\nRoute #2: 3\n").Violations.ShouldBeEmpty();
        VrplibFile.Check(text, "Route #1: 2\nRoute #2: 1 3\n").Violations.ShouldHaveSingleItem().ShouldBe(new("window", 2, 3, 10));
    }

    [Fact]
    public void Check_ADay_IsAsLongAsItsTripsTogether()
    {
        var text = Text.Replace("VEHICLES: 2", "VEHICLES: 2\nVEHICLES_MAX_DURATION: 51", StringComparison.Ordinal);

        VrplibFile.Check(text, "Route #1: 1 2 0 3\n").Violations.ShouldHaveSingleItem().ShouldBe(new("duration", 1, null, 1));
        VrplibFile.Check(text, "Route #1: 1 2\nRoute #2: 3\n").Violations.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("\n1 1\n2\n", "\n1 2\n2\n", "number.whole")]
    [InlineData("\n1 1\n2\n", "\n1 1\n", "vrplib.vehicle.missing")]
    [InlineData("\n1 1\n2\n", "\n1 1\n1\n2\n", "vrplib.vehicle.twice")]
    [InlineData("4 30", "4 -30", "number.range")]
    [InlineData("\nRELEASE_TIME_SECTION\n1 0", "\nRELEASE_TIME_SECTION\n1 4", "vrplib.depot.release")]
    [InlineData("RELOADS: 1", "RELOADS: x", "number.whole")]
    [InlineData("RELOADS: 1", "STOPS: 1", "vrplib.unsupported")]
    public void Read_AFault_IsRefused(string sound, string broken, string code)
    {
        Text.ShouldContain(sound);

        VrplibFile.Problems(Text.Replace(sound, broken, StringComparison.Ordinal)).ShouldContain(problem => problem.Code == code);
    }

    [Fact]
    public void Read_AnotherDepotToReload_IsRefusedWithWhatToDo()
    {
        var text = Text.Replace("DEPOT_SECTION\n1\n-1", "VEHICLES_DEPOT_SECTION\n1 1\n2 2\nDEPOT_SECTION\n1\n2\n-1", StringComparison.Ordinal)
            .Replace("\n2 1\n3 2\n4 3", "\n2 0\n3 2\n4 3", StringComparison.Ordinal).Replace("\n2 5\n", "\n2 0\n", StringComparison.Ordinal).Replace("\n1 1\n2\n", "\n1 1 2\n2\n", StringComparison.Ordinal);

        var problem = VrplibFile.Problems(text).ShouldHaveSingleItem();

        (problem.Code, problem.Field, problem.Value).ShouldBe(("vrplib.reload.depot", "VEHICLES_RELOAD_DEPOT_SECTION", "2"));
        problem.Rule.ShouldContain("its own depot only, which is 1");
    }

    [Fact]
    public void Solution_OfSeveralDepots_ReloadsAtItsOwn()
    {
        var text = Text.Replace("VEHICLES_RELOAD_DEPOT_SECTION\n1 1\n2", "VEHICLES_RELOAD_DEPOT_SECTION\n1\n2 2\nVEHICLES_DEPOT_SECTION\n1 1\n2 2", StringComparison.Ordinal)
            .Replace("DEPOT_SECTION\n1\n-1", "DEPOT_SECTION\n1\n2\n-1", StringComparison.Ordinal).Replace("\n2 1\n3 2\n4 3", "\n2 0\n3 2\n4 3", StringComparison.Ordinal).Replace("\n2 5\n", "\n2 0\n", StringComparison.Ordinal);
        var instance = VrplibFile.Read(text);

        // Vehicle 2 begins at the depot at 1, which closes at 40: to 2, back, and from 30 on to 9.
        var solution = VrplibFile.Solution("Route #2: 2 1 3\n", instance);

        solution.TripsOf(0).ShouldBe([[1], [2]]);
        SolutionChecker.Check(instance, solution).Violations.ShouldHaveSingleItem().ShouldBe(new("return", 1, null, 30 + 8 + 10 + 8 - 40));
        RouteListFile.Format(solution, instance).ShouldBe("Route #1:\nRoute #2: 2 1 3\n");
        // The other depot is no place to reload.
        SolutionChecker.Check(instance, VrplibFile.Solution("Route #2: 2 0 3\n", instance)).Violations.ShouldContain(violation => violation.Rule == "unknown" && violation.Stop == 0);
    }
}
