using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Territory.Dashboard.Access;
using Territory.Dashboard.Hosting;
using Territory.ReadModel.Queries;

namespace Territory.Dashboard.Webhooks;

/// <summary>The webhooks of a region: listing, adding, setting going again, taking away.</summary>
internal static class WebhookEndpoints
{
    private const string Unknown = "webhook.unknown";
    private const int MostPerRegion = 20;

    public static void Map(RouteGroupBuilder region)
    {
        var webhooks = region.MapGroup("/webhooks");
        webhooks.MapGet("", List).RequireAuthorization(Policies.ManageWebhooks);
        webhooks.MapPost("", Add).RequireAuthorization(Policies.ManageWebhooks);
        webhooks.MapPost("/{id}/resume", Resume).RequireAuthorization(Policies.ManageWebhooks);
        webhooks.MapDelete("/{id}", Remove).RequireAuthorization(Policies.ManageWebhooks);
    }

    private static Ok<IReadOnlyList<WebhookAnswer>> List(InRegion inRegion, WebhookStore store) =>
        TypedResults.Ok<IReadOnlyList<WebhookAnswer>>([.. store.All.Where(webhook => webhook.Region == inRegion.Region).Select(WebhookAnswer.Of)]);

    private static Results<Ok<AddedWebhook>, BadRequest<RequestProblems>, Conflict<Refusal>> Add(
        AddWebhookRequest request, InRegion inRegion, WebhookStore store, EventFeed events, TimeProvider time)
    {
        if (request.Problems() is { Count: > 0 } problems)
            return RequestProblems.Answer(problems);
        if (store.All.Count(webhook => webhook.Region == inRegion.Region) >= MostPerRegion)
            return TypedResults.Conflict(new Refusal("webhook.too-many"));
        var secret = WebhookStore.NewSecret();
        var webhook = new Webhook
        {
            Id = Guid.NewGuid().ToString("N"),
            Region = inRegion.Region,
            Address = request.Uri!,
            ProtectedSecret = store.Protect(secret),
            CreatedBy = inRegion.Person.User,
            CreatedAt = time.GetUtcNow(),
            Position = events.Position,
        };
        store.Add(webhook);
        return TypedResults.Ok(new AddedWebhook(webhook.Id, secret));
    }

    private static Results<Ok<WebhookAnswer>, NotFound<Refusal>> Resume(string id, InRegion inRegion, WebhookStore store) =>
        Of(id, inRegion, store) is not null && store.Resume(id) is { } resumed ? TypedResults.Ok(WebhookAnswer.Of(resumed)) : Refusal.Unknown(Unknown);

    private static Results<NoContent, NotFound<Refusal>> Remove(string id, InRegion inRegion, WebhookStore store) =>
        Of(id, inRegion, store) is not null && store.Remove(id) ? TypedResults.NoContent() : Refusal.Unknown(Unknown);

    private static Webhook? Of(string id, InRegion inRegion, WebhookStore store) => store.Find(id) is { } webhook && webhook.Region == inRegion.Region ? webhook : null;
}
