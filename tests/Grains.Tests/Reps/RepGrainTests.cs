using Territory.Contracts.Reps;
using Territory.Grains.Tests.Fixtures;
using Territory.Model.Quantities;
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

    private static StartDay Start(int day) => new(TerritoryCluster.Header(Samples.At(day, 8)), Samples.Monday.AddDays(day), null);

    private static EndDay End(int day, int hour) => new(TerritoryCluster.Header(Samples.At(day, hour)), Samples.Monday.AddDays(day), new Distance(1000));
}
