using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Territory.Dashboard.People;
using Territory.Dashboard.Tests.Fixtures;
using Territory.Dashboard.Webhooks;
using Territory.Model.Ids;
using Territory.ReadModel.Queries;

namespace Territory.Dashboard.Tests.Webhooks;

/// <summary>A receiver that listens on this machine and works out signatures by itself.</summary>
public sealed class WebhookTests : IAsyncLifetime
{
    private const string Webhooks = $"/api/regions/{Sample.Region}/webhooks";
    private readonly DashboardHost _host = new();
    private readonly ConcurrentQueue<Received> _received = new();
    private readonly SemaphoreSlim _arrived = new(0);
    private WebApplication _receiver = null!;
    private int _failures;

    private string Receiver => _receiver.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _receiver = builder.Build();
        _receiver.MapPost("/in", ReceiveAsync);
        _receiver.MapPost("/moved", () => Results.Redirect("/in", preserveMethod: true));
        await _receiver.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _receiver.DisposeAsync();
        _arrived.Dispose();
    }

    [Fact]
    public async Task PublishedPlan_IsToldWithASignatureThatTheKeyConfirms()
    {
        using var administrator = await _host.SignedInAsync(Role.Administrator);
        var secret = await AddAsync(administrator, "/in");

        await PublishAsync(administrator);

        var message = await NextAsync();
        message.Body.GetProperty("type").GetString().ShouldBe("plan.published");
        message.Body.GetProperty("plan").GetProperty("distributor").GetString().ShouldBe(Sample.West);
        message.Signature.ShouldBe(Sign(secret, message));
    }

    [Fact]
    public async Task Message_ThatIsNotTaken_ComesAgainUnderTheSameIdAndInOrder()
    {
        using var administrator = await _host.SignedInAsync(Role.Administrator);
        await AddAsync(administrator, "/in");
        _failures = 2;

        await PublishAsync(administrator);
        using var driver = await WestDriverAsync();
        (await driver.PostAsync("/api/my/trips/0/depart", new { commandId = Guid.NewGuid() })).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var delivered = await driver.PostAsync("/api/terminals/T5/receive-delivery", new { commandId = Guid.NewGuid() });
        delivered.StatusCode.ShouldBe(HttpStatusCode.OK);

        var (first, second, third, stop) = (await NextAsync(), await NextAsync(), await NextAsync(), await NextAsync());
        new[] { first.Id, second.Id }.ShouldAllBe(id => id == third.Id);
        stop.Body.GetProperty("type").GetString().ShouldBe("stop.done");
        stop.Body.GetProperty("stop").GetProperty("terminal").GetString().ShouldBe("T5");
        stop.Body.GetProperty("stop").GetProperty("delivered").GetInt32().ShouldBe(2);
    }

    /// <summary>The run's clock stands still, so that no wait ends by itself.</summary>
    [Fact]
    public async Task Resume_WhileItWaitsForTheNextAttempt_TriesAtOnce()
    {
        using var administrator = await _host.SignedInAsync(Role.Administrator);
        var services = _host.Application.Services;
        var folder = Directory.CreateTempSubdirectory("territory-webhooks-").FullName;
        var store = new WebhookStore(folder, services.GetRequiredService<IDataProtectionProvider>());
        var webhook = new Webhook
        {
            Id = "one",
            Region = new RegionId(Sample.Region),
            Address = new Uri(Receiver + "/in"),
            ProtectedSecret = store.Protect(WebhookStore.NewSecret()),
            CreatedBy = new UserId("test"),
            CreatedAt = Sample.Start,
            Position = services.GetRequiredService<EventFeed>().Position,
        };
        store.Add(webhook);
        _failures = 1;
        using var sender = new WebhookSender(store, services.GetRequiredService<TimeProvider>());
        using var stop = new CancellationTokenSource();
        var running = new WebhookRun(store, services.GetRequiredService<WebhookFeed>(), sender, new StillTime()).RunAsync(webhook, stop.Token);
        await PublishAsync(administrator);
        var failed = await NextAsync();

        store.Resume("one").ShouldNotBeNull();

        (await NextAsync()).Id.ShouldBe(failed.Id);
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(running);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Redirect_IsNotFollowed()
    {
        using var administrator = await _host.SignedInAsync(Role.Administrator);
        await AddAsync(administrator, "/moved");

        await PublishAsync(administrator);

        JsonElement webhook;
        do
            webhook = (await administrator.ReadAsync(Webhooks)).EnumerateArray().ShouldHaveSingleItem();
        while (webhook.GetProperty("lastFailure").ValueKind == JsonValueKind.Null);
        webhook.GetProperty("lastFailure").GetString().ShouldBe("HTTP 307");
        _received.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("http://example.com/in")]
    [InlineData("ftp://example.com")]
    [InlineData("https://user:secret@example.com")]
    [InlineData("nonsense")]
    public async Task Add_OfAnUnsafeAddress_IsABadRequest(string address)
    {
        using var administrator = await _host.SignedInAsync(Role.Administrator);

        using var answer = await administrator.PostAsync(Webhooks, new { address });

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Webhooks_AreTheAdministratorsAndNeverShowTheirKey()
    {
        using var administrator = await _host.SignedInAsync(Role.Administrator);
        var secret = await AddAsync(administrator, "/in");
        using var dispatcher = await _host.SignedInAsync(Role.Dispatcher);

        (await dispatcher.GetAsync(Webhooks)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await administrator.ReadAsync(Webhooks)).GetRawText().ShouldNotContain(secret);
        var id = (await administrator.ReadAsync(Webhooks))[0].GetProperty("id").GetString();
        (await administrator.SendAsync(HttpMethod.Delete, $"{Webhooks}/{id}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await administrator.ReadAsync(Webhooks)).GetArrayLength().ShouldBe(0);
    }

    private async Task<string> AddAsync(Browser administrator, string path)
    {
        using var added = await administrator.PostAsync(Webhooks, new { address = Receiver + path });
        added.StatusCode.ShouldBe(HttpStatusCode.OK);
        return (await added.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("secret").GetString()!;
    }

    private static async Task PublishAsync(Browser administrator)
    {
        using var published = await administrator.PostAsync(
            $"/api/regions/{Sample.Region}/plans/deliveries/{Sample.West}/{Sample.Today:yyyy-MM-dd}/publish", new { commandId = Guid.NewGuid(), version = 1 });
        published.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private async Task<Browser> WestDriverAsync()
    {
        var person = await _host.AddPersonAsync(Role.Driver, vehicle: Sample.WestVehicle);
        var browser = new Browser(_host.Address, person);
        (await browser.SignInAsync(person.Email!, DashboardHost.Password)).EnsureSuccessStatusCode();
        return browser;
    }

    private async Task<IResult> ReceiveAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var text = await reader.ReadToEndAsync();
        _received.Enqueue(new Received(
            request.Headers["webhook-id"].ToString(), request.Headers["webhook-timestamp"].ToString(), request.Headers["webhook-signature"].ToString(), text));
        _arrived.Release();
        return Interlocked.Decrement(ref _failures) >= 0 ? Results.StatusCode(503) : Results.NoContent();
    }

    private async Task<Received> NextAsync()
    {
        (await _arrived.WaitAsync(TimeSpan.FromSeconds(60))).ShouldBeTrue("no message came");
        _received.TryDequeue(out var message).ShouldBeTrue();
        return message!;
    }

    private static string Sign(string secret, Received message)
    {
        using var hmac = new HMACSHA256(Convert.FromBase64String(secret["whsec_".Length..]));
        return "v1," + Convert.ToBase64String(hmac.ComputeHash(Encoding.UTF8.GetBytes($"{message.Id}.{message.Timestamp}.{message.Text}")));
    }

    /// <summary>A clock by which no timer is ever due.</summary>
    private sealed class StillTime : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    private sealed record Received(string Id, string Timestamp, string Signature, string Text)
    {
        public JsonElement Body { get; } = JsonSerializer.Deserialize<JsonElement>(Text);
    }
}
