using Microsoft.AspNetCore.DataProtection;
using Territory.Dashboard.Webhooks;
using Territory.Model.Ids;

namespace Territory.Dashboard.Tests.Webhooks;

public sealed class WebhookStoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("webhooks-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Note_FromManySidesAtOnce_LosesNothing()
    {
        var store = NewStore();
        store.Add(Webhook("A"));

        Parallel.For(0, 200, _ => store.Note("A", now => now with { Told = now.Told + 1 }));

        store.Find("A")!.Told.ShouldBe(200);
        NewStore().Find("A")!.Told.ShouldBe(200);
    }

    [Fact]
    public void Remove_WhileItIsNoted_IsForGood()
    {
        var store = NewStore();
        for (var round = 0; round < 50; round++)
        {
            store.Add(Webhook("A"));

            Parallel.Invoke(
                () =>
                {
                    for (var i = 0; i < 20; i++)
                        store.Note("A", now => now with { Told = now.Told + 1 });
                },
                () => store.Remove("A").ShouldBeTrue());

            store.Find("A").ShouldBeNull();
            NewStore().All.ShouldBeEmpty();
        }
    }

    [Fact]
    public void Resume_OfAPausedWebhook_KeepsHowFarItHasCome()
    {
        var store = NewStore();
        store.Add(Webhook("A") with { Position = 7, IsPaused = true, FailingSince = DateTimeOffset.UnixEpoch });

        var resumed = store.Resume("A")!;

        (resumed.IsPaused, resumed.FailingSince, resumed.Position).ShouldBe((false, null, 7));
        store.Resume("B").ShouldBeNull();
    }

    private WebhookStore NewStore() => new(_folder, new EphemeralDataProtectionProvider());

    private static Webhook Webhook(string id) => new()
    {
        Id = id,
        Region = new RegionId("county"),
        Address = new Uri("https://example.org/in"),
        ProtectedSecret = "",
        CreatedBy = new UserId("test"),
        CreatedAt = DateTimeOffset.UnixEpoch,
        Position = 0,
    };
}
