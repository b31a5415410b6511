using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Territory.Dashboard.People;
using Territory.Dashboard.Tests.Fixtures;

namespace Territory.Dashboard.Tests.Hosting;

/// <summary>What a caller is told when something other than the request is to blame.</summary>
public sealed class FailuresTests : IAsyncLifetime
{
    private readonly DashboardHost _host = new();

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Command_OnAFullDisk_HasAnUnknownOutcomeAndGoesThroughWhenItIsSentAgain()
    {
        using var rep = await _host.SignedInAsync(Role.Rep);
        var order = new { commandId = Guid.NewGuid(), order = "O-full", dueOn = "2030-03-13", lines = new[] { new { product = Sample.Tea, cases = 1 } } };

        await _host.SetDiskFullAsync(true);
        using var failed = await rep.PostAsync("/api/terminals/T3/place-order", order);
        await _host.SetDiskFullAsync(false);
        using var again = await rep.PostAsync("/api/terminals/T3/place-order", order);

        failed.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        failed.Headers.RetryAfter.ShouldNotBeNull();
        (await failed.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().ShouldBe("outcome.unknown");
        again.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await rep.ReadAsync($"/api/regions/{Sample.Region}/terminals/T3")).GetProperty("openOrders").GetArrayLength().ShouldBe(1);
    }
}
