using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;
using Territory.Dashboard.Access;
using Territory.Dashboard.People;

namespace Territory.Dashboard.Live;

/// <summary>The live connection of a page. It only subscribes; commands go by HTTP.</summary>
[Authorize(Policy = Policies.ReadTerritory)]
public sealed class LiveHub(LiveFeeds feeds, PeopleDirectory people, EndedSessions ended, DriverDays driverDays) : Hub
{
    public const string Frame = "frame";

    /// <summary>Watches a region. A lost connection continues where it was when <see cref="OpenRequest.LastSequence"/> is still known.</summary>
    [Authorize(Policy = Policies.ReadTerritory)]
    public async Task Open(OpenRequest request)
    {
        var user = Context.User ?? throw new HubException("session.required");
        if (await SessionCookie.PersonOfAsync(user, people, ended, Context.ConnectionAborted) is not { } person)
        {
            Context.Abort();
            return;
        }

        if (!request.View.IsValid)
            throw new HubException("request.view");
        if (person.ScopeOf(request.Region, await driverDays.OfAsync(person, Context.ConnectionAborted)) is not { } scope)
            throw new HubException("region.unknown");
        var client = new LiveClient(Context.ConnectionId, person.Id, scope, Context.Abort);
        if (await feeds.OpenAsync(client, user, request, Context.ConnectionAborted) is { } refused)
            throw new HubException(refused);
    }

    /// <summary>What the map shows now.</summary>
    [Authorize(Policy = Policies.ReadTerritory)]
    public void View(ViewRequest request)
    {
        if (!request.View.IsValid)
            throw new HubException("request.view");
        feeds.Find(Context.ConnectionId)?.Look(Context.ConnectionId, request.View);
    }

    /// <summary>The frame has been drawn; the next one may come.</summary>
    [Authorize(Policy = Policies.ReadTerritory)]
    public void Ack(long sequence) => feeds.Find(Context.ConnectionId)?.Acknowledge(Context.ConnectionId, sequence);

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        feeds.Close(Context.ConnectionId);
        return base.OnDisconnectedAsync(exception);
    }
}
