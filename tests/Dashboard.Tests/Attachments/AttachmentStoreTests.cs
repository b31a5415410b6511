using Territory.Dashboard.Attachments;
using Territory.Model.Ids;

namespace Territory.Dashboard.Tests.Attachments;

public sealed class AttachmentStoreTests : IDisposable
{
    private static readonly DateOnly Day = new(2030, 3, 12);
    private readonly string _folder = Directory.CreateTempSubdirectory("attachments-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Put_OfDifferentPicturesUnderOneIdAtOnce_KeepsThatWhichWasAcknowledged()
    {
        using var store = new AttachmentStore(_folder);
        for (var round = 0; round < 20; round++)
        {
            var id = new CommandId(Guid.NewGuid());
            var region = new RegionId("county");
            var cancellation = TestContext.Current.CancellationToken;

            var kept = await Task.WhenAll(Enumerable.Range(0, 8).Select(picture => Task.Run(
                async () => (Picture: picture, IsKept: await PutAsync(store, region, id, [(byte)picture]) == AttachmentPut.Kept), cancellation)));

            var acknowledged = kept.Where(put => put.IsKept).ShouldHaveSingleItem();
            (await File.ReadAllBytesAsync(store.Find(region, id)!.Value.Path, cancellation)).ShouldBe([(byte)acknowledged.Picture]);
        }
    }

    [Fact]
    public async Task Put_OfMorePicturesThanAVehicleKeepsOnADay_IsOverQuotaForThatVehicleAndDayOnly()
    {
        var region = new RegionId("county");
        var ids = Enumerable.Range(0, AttachmentQuota.MostPictures).Select(_ => new CommandId(Guid.NewGuid())).ToList();
        using (var store = new AttachmentStore(_folder))
        {
            foreach (var id in ids)
                (await PutAsync(store, region, id, [1])).ShouldBe(AttachmentPut.Kept);
        }

        // What was taken is known after a restart as well.
        using var again = new AttachmentStore(_folder);
        (await PutAsync(again, region, new CommandId(Guid.NewGuid()), [1])).ShouldBe(AttachmentPut.OverQuota);
        (await PutAsync(again, region, ids[7], [1])).ShouldBe(AttachmentPut.Kept, "sent again, it takes no more room");
        (await PutAsync(again, region, new CommandId(Guid.NewGuid()), [1], vehicle: "V2")).ShouldBe(AttachmentPut.Kept);
        (await PutAsync(again, region, new CommandId(Guid.NewGuid()), [1], day: Day.AddDays(1))).ShouldBe(AttachmentPut.Kept);
    }

    [Fact]
    public async Task Put_OfMoreBytesThanAVehicleKeepsOnADay_IsOverQuota()
    {
        using var store = new AttachmentStore(_folder);
        var region = new RegionId("county");
        var half = new byte[AttachmentQuota.MostBytes / 2];

        (await PutAsync(store, region, new CommandId(Guid.NewGuid()), half)).ShouldBe(AttachmentPut.Kept);
        (await PutAsync(store, region, new CommandId(Guid.NewGuid()), half)).ShouldBe(AttachmentPut.Kept);
        (await PutAsync(store, region, new CommandId(Guid.NewGuid()), [1])).ShouldBe(AttachmentPut.OverQuota);
    }

    private static Task<AttachmentPut> PutAsync(
        AttachmentStore store, RegionId region, CommandId id, byte[] content, string vehicle = "V1", DateOnly? day = null) =>
        store.PutAsync(region, vehicle, day ?? Day, id, PictureFormat.Jpeg, content, TestContext.Current.CancellationToken);

    [Fact]
    public async Task Find_InARegionWhoseIdLooksAlike_IsNull()
    {
        using var store = new AttachmentStore(_folder);
        var id = new CommandId(Guid.NewGuid());
        await PutAsync(store, new RegionId("a.b"), id, [1]);

        store.Find(new RegionId("a_b"), id).ShouldBeNull();
        store.Find(new RegionId("a.b"), id).ShouldNotBeNull();
        store.Find(new RegionId(".."), id).ShouldBeNull();
    }
}
