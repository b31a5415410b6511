using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;
using Territory.Dashboard.Access;
using Territory.Dashboard.Lab.Live;
using Territory.Dashboard.People;

namespace Territory.Dashboard.Live;

/// <summary>The live connection of a page. It only subscribes; commands go by HTTP.</summary>
[Authorize(Policy = Policies.ReadTerritory)]
public sealed class LiveHub(LiveFeeds feeds, LabWatchers lab, PeopleDirectory people, EndedSessions ended, DriverDays driverDays) : Hub
{
    public const string Frame = "frame";
    public const string LabFrame = "lab";

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

    /// <summary>Watches what goes on in the lab: runs, calibrations and searches.</summary>
    [Authorize(Policy = Policies.ReadLab)]
    public async Task WatchLab()
    {
        var user = Context.User ?? throw new HubException("session.required");
        if (await SessionCookie.PersonOfAsync(user, people, ended, Context.ConnectionAborted) is not { } person)
        {
            Context.Abort();
            return;
        }

        if (lab.Open(Context.ConnectionId, person, user, Context.Abort) is { } refused)
            throw new HubException(refused);
    }

    /// <summary>The lab's frame has arrived; the next one may come.</summary>
    [Authorize(Policy = Policies.ReadLab)]
    public void AckLab(long sequence) => lab.Acknowledge(Context.ConnectionId, sequence);

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        lab.Close(Context.ConnectionId);
        feeds.Close(Context.ConnectionId);
        return base.OnDisconnectedAsync(exception);
    }
}
