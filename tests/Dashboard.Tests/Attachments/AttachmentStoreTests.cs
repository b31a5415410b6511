using Territory.Dashboard.Attachments;
using Territory.Model.Ids;

namespace Territory.Dashboard.Tests.Attachments;

public sealed class AttachmentStoreTests : IDisposable
{
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
                async () => (Picture: picture, IsKept: await store.PutAsync(region, id, PictureFormat.Jpeg, new byte[] { (byte)picture }, cancellation)), cancellation)));

            var acknowledged = kept.Where(put => put.IsKept).ShouldHaveSingleItem();
            (await File.ReadAllBytesAsync(store.Find(region, id)!.Value.Path, cancellation)).ShouldBe([(byte)acknowledged.Picture]);
        }
    }

    [Fact]
    public async Task Find_InARegionWhoseIdLooksAlike_IsNull()
    {
        using var store = new AttachmentStore(_folder);
        var id = new CommandId(Guid.NewGuid());
        await store.PutAsync(new RegionId("a.b"), id, PictureFormat.Jpeg, new byte[] { 1 }, TestContext.Current.CancellationToken);

        store.Find(new RegionId("a_b"), id).ShouldBeNull();
        store.Find(new RegionId("a.b"), id).ShouldNotBeNull();
        store.Find(new RegionId(".."), id).ShouldBeNull();
    }
}
