using System.Runtime.CompilerServices;
using Territory.Contracts;
using Territory.Contracts.Plans;
using Territory.Contracts.Terminals;
using Territory.Model.Ids;
using Territory.Model.Quantities;
using Territory.ReadModel.Queries;

namespace Territory.Dashboard.Webhooks;

/// <summary>What is worth telling of a region, from a journal position on.</summary>
internal sealed class WebhookFeed(EventFeed events, OutletQueries outlets, IGrainFactory grains)
{
    /// <summary>How many events that concern nobody pass before the position is kept: so many are looked at again after a restart.</summary>
    private const int QuietEvents = 1_000;

    /// <summary>Messages with their positions, and now and then a position alone, up to which nothing was worth telling.</summary>
    public async IAsyncEnumerable<(long Position, WebhookMessage? Message)> FollowAsync(
        RegionId region, long afterPosition, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var quiet = 0;
        await foreach (var happening in events.FollowAsync<DeliveryPlanPublished, DeliveryReceived>(afterPosition, cancellationToken))
        {
            var message = happening.Event is { } @event ? await MessageAsync(region, happening.Key, @event, cancellationToken) : null;
            if (message is not null)
            {
                quiet = 0;
                yield return (happening.Position, message with { Id = $"msg_{happening.Position}" });
            }
            else if (++quiet >= QuietEvents)
            {
                quiet = 0;
                yield return (happening.Position, null);
            }
        }
    }

    private async Task<WebhookMessage?> MessageAsync(RegionId region, string key, IEvent @event, CancellationToken cancellationToken)
    {
        switch (@event)
        {
            case DeliveryPlanPublished published:
                var found = await grains.GetGrain<IDeliveryPlanGrain>(key).GetVersion(published.PlanVersion, cancellationToken);
                return found.Plan is { } plan && plan.Region == region ? new WebhookMessage("plan.published", published.At, region, Plan: plan) : null;
            case DeliveryReceived drop when await outlets.RegionOfAsync(new TerminalId(key), cancellationToken) == region:
                var stop = new StopDone(
                    new TerminalId(key), drop.Vehicle, drop.Plan, drop.Orders, drop.ArrivedAt, drop.At, new Cases(drop.Lines.Sum(line => line.Ordered.Count)),
                    new Cases(drop.Lines.Sum(line => line.Delivered.Count)), drop.Refusal);
                return new WebhookMessage("stop.done", drop.At, region, Stop: stop);
            default:
                return null;
        }
    }
}
