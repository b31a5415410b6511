using Territory.Contracts.Reps;
using Territory.Grains.Tests.Fixtures;
using Territory.Model.Ids;
using Territory.Model.Quantities;
using Territory.Model.Reps;
using Territory.ReadModel.Tests.Fixtures;

namespace Territory.Grains.Tests.Reps;

public sealed class RepGrainTests
{
    [Fact]
    public async Task Day_StartedAndEnded_IsOver()
    {
        await using var cluster = await TerritoryCluster.StartWithRegionAsync();
        var rep = cluster.Rep;

        (await rep.StartDay(Start(day: 0))).Accepted.ShouldBeTrue();
        (await rep.GetSnapshot())!.WorkingDay.ShouldBe(Samples.Monday);
        (await rep.StartDay(Start(day: 0))).RefusalCode.ShouldBe("day.already-started");
        (await rep.EndDay(End(day: 0, hour: 17))).Accepted.ShouldBeTrue();

        (await rep.GetSnapshot())!.WorkingDay.ShouldBeNull();
        (await rep.StartDay(Start(day: 0))).RefusalCode.ShouldBe("day.already-ended");
        (await rep.StartDay(Start(day: 1))).Accepted.ShouldBeTrue();
    }

    [Fact]
    public async Task EndDay_OutOfOrder_IsRefused()
    {
        await using var cluster = await TerritoryCluster.StartWithRegionAsync();
        (await cluster.Rep.EndDay(End(0, 17))).RefusalCode.ShouldBe("day.not-started");
        await cluster.Rep.StartDay(Start(0));

        (await cluster.Rep.EndDay(End(0, 7))).RefusalCode.ShouldBe("day.ends-before-start");
        (await cluster.Rep.EndDay(End(0, 17) with { Travelled = new Distance(-1) })).RefusalCode.ShouldBe("day.distance-negative");
    }

    [Fact]
    public async Task ChangeFile_ToReversedShift_IsRefused()
    {
        await using var cluster = await TerritoryCluster.StartWithRegionAsync();
        var file = Samples.RepFile with { Shift = new(Samples.RepFile.Shift.End, Samples.RepFile.Shift.Start) };

        (await cluster.Rep.ChangeFile(new ChangeRepFile(TerritoryCluster.Header(Samples.At(0, 8)), file))).RefusalCode.ShouldBe("rep.shift-reversed");
    }

    [Fact]
    public async Task Register_OfATakenWrongOrHomelessKey_IsRefused()
    {
        await using var cluster = await TerritoryCluster.StartWithRegionAsync();

        (await cluster.Rep.Register(Register(Samples.RepFile))).ShouldBeRefused("rep.already-registered", ("rep", "S1"));
        var other = cluster.Grains.GetGrain<IRepGrain>("S2");
        (await other.Register(Register(Samples.RepFile))).ShouldBeRefused("rep.wrong-key", ("rep", "S1"), ("key", "S2"));
        (await other.Register(Register(Samples.RepFile with { Id = new RepId("S2"), Region = new RegionId("atlantis") }))).ShouldBeRefused("region.unknown");
        (await other.GetSnapshot()).ShouldBeNull();
    }

    [Fact]
    public async Task ChangeFile_ToAnotherRegion_IsRefused()
    {
        await using var cluster = await TerritoryCluster.StartWithRegionAsync();
        await cluster.FoundRegionAsync("r2");
        var moved = new ChangeRepFile(TerritoryCluster.Header(Samples.At(0, 8)), Samples.RepFile with { Region = new RegionId("r2") });

        (await cluster.Rep.ChangeFile(moved)).ShouldBeRefused("rep.region-fixed", ("region", "r"));
    }

    private static RegisterRep Register(RepFile file) => new(TerritoryCluster.Header(Samples.At(0, 6)), file);

    private static StartDay Start(int day) => new(TerritoryCluster.Header(Samples.At(day, 8)), Samples.Monday.AddDays(day), null);

    private static EndDay End(int day, int hour) => new(TerritoryCluster.Header(Samples.At(day, hour)), Samples.Monday.AddDays(day), new Distance(1000));
}
