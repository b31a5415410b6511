using Territory.Contracts.Schedules;
using Territory.Contracts.Serialization;
using Territory.Model.Ids;
using Territory.Model.Quantities;
using Territory.Model.Schedules;
using Territory.ReadModel.Actors;
using Territory.ReadModel.Schedules;
using Territory.ReadModel.Tests.Fixtures;

namespace Territory.ReadModel.Tests.Schedules;

public sealed class DeliveryScheduleTablesTests
{
    [Fact]
    public async Task Schedule_OfARun_IsItsPiecesInOrder()
    {
        await using var model = await TemporaryReadModel.OpenAsync();
        await LiveARunAsync(model);

        var found = (await DeliverySchedules.FindAsync(model.Journal, Samples.Distributor, "run", CancellationToken.None)).ShouldNotBeNull();

        CompactJson.Text(found, MessageJsonContext.Default.DeliverySchedule).ShouldBe(Content);
        (await DeliverySchedules.FindAsync(model.Journal, Samples.Distributor, "none", CancellationToken.None)).ShouldBeNull();
        (await DeliverySchedules.FindAsync(model.Journal, new DistributorId("D2"), "run", CancellationToken.None)).ShouldBeNull();
    }

    /// <summary>A run with its schedule in more pieces than have one digit.</summary>
    internal static Task LiveARunAsync(TemporaryReadModel model) => model.AppendAsync(
        ActorKind.DeliverySchedule, Samples.Distributor.Value,
        [
            new ScheduleStarted("run", Options, new UserId("u"), Samples.At(0, 9)),
            .. Content.Chunk((Content.Length / 12) + 1).Select((piece, part) => new SchedulePartRecorded("run", part, new string(piece))),
            new ScheduleEnded("run", new Duration(3), 20, Money.FromMajor(7), null, null),
        ]);

    private static ScheduleOptions Options => new(Samples.Monday, 2, ReplenishmentPolicy.OrderUpTo, 14, 1, 20, null);

    private static string Content { get; } = CompactJson.Text(
        new DeliverySchedule(
            Samples.Distributor, Samples.Monday, 2, ReplenishmentPolicy.OrderUpTo,
            [new ScheduledTrip(Samples.Monday, Samples.Vehicle, 1, [new ScheduledStop(new TerminalId("T1"), new Cases(3))], new Cases(40), new Distance(9_000), new Duration(1_200))],
            [new OutletSchedule(new TerminalId("T1"), new Cases(5), new Cases(2), [new Cases(1), new Cases(1)], [new Cases(4), new Cases(3)])],
            [], [new TerminalId("T2")], Money.FromMajor(4), Money.FromMajor(2), Money.FromMajor(1), "test", 1, 20, "straight-line"),
        MessageJsonContext.Default.DeliverySchedule);
}
