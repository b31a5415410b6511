using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Territory.Contracts;
using Territory.Contracts.DispatchOrders;
using Territory.Dashboard.Access;
using Territory.Dashboard.Clock;
using Territory.Dashboard.Hosting;
using Territory.Dashboard.People;
using Territory.Dashboard.Plans;
using Territory.Model.DispatchOrders;
using Territory.Model.Ids;
using Territory.ReadModel.Queries;
using OrderAnswers = Microsoft.AspNetCore.Http.HttpResults.Results<
    Microsoft.AspNetCore.Http.HttpResults.Ok<Territory.Dashboard.Plans.AcceptedAnswer>,
    Microsoft.AspNetCore.Http.HttpResults.BadRequest<Territory.Dashboard.Hosting.RequestProblems>,
    Microsoft.AspNetCore.Http.HttpResults.NotFound<Territory.Dashboard.Hosting.Refusal>,
    Microsoft.AspNetCore.Http.HttpResults.Conflict<Territory.Dashboard.Hosting.Refusal>>;

namespace Territory.Dashboard.DispatchOrders;

/// <summary>The dispatch orders of vehicles (派遣单): seeing, signing, answering, closing. A vehicle out of scope has none.</summary>
internal static class DispatchOrderEndpoints
{
    private const string UnknownOrder = "dispatch-order.unknown";

    public static void Map(RouteGroupBuilder region)
    {
        var orders = region.MapGroup("/dispatch-orders");
        orders.MapGet("", ListAsync).RequireAuthorization(Policies.ReadDeliveryPlans);
        orders.MapGet("/{vehicle}/{date}", FindAsync).RequireAuthorization(Policies.ReadDeliveryPlans);
        orders.MapPost("/{vehicle}/{date}/sign", SignAsync).RequireAuthorization(Policies.SignDispatchOrders);
        orders.MapPost("/{vehicle}/{date}/answer", AnswerAsync).RequireAuthorization(Policies.SignDispatchOrders);
        orders.MapPost("/{vehicle}/{date}/link", LinkAsync).RequireAuthorization(Policies.PlanDeliveries);
        orders.MapDelete("/{vehicle}/{date}/link", RevokeLinkAsync).RequireAuthorization(Policies.PlanDeliveries);
        orders.MapPost("/{vehicle}/{date}/close", CloseAsync).RequireAuthorization(Policies.PlanDeliveries);
    }

    private static async Task<Ok<IReadOnlyList<DispatchOrder>>> ListAsync(
        InRegion inRegion, DispatchOrderQuery orders, RegionClocks clocks, QueryValue<DateOnly> date, CancellationToken cancellationToken)
    {
        var day = date.Value ?? (await clocks.NowAsync(inRegion.Region, cancellationToken)).Today;
        return TypedResults.Ok(await orders.ListAsync(inRegion.Scope, day, cancellationToken));
    }

    private static async Task<Results<Ok<DispatchOrderSnapshot>, NotFound<Refusal>>> FindAsync(
        string vehicle, DateOnly date, InRegion inRegion, DispatchOrderQuery orders, CancellationToken cancellationToken) =>
        await orders.FindAsync(inRegion.Scope, new VehicleId(vehicle), date, cancellationToken) is { } order
            ? TypedResults.Ok(order)
            : Refusal.Unknown(UnknownOrder);

    private static async Task<Results<Ok<DriverLinkAnswer>, NotFound<Refusal>>> LinkAsync(
        string vehicle, DateOnly date, InRegion inRegion, DispatchOrderQuery orders, DriverLinks links, CancellationToken cancellationToken)
    {
        if (await orders.FindAsync(inRegion.Scope, new VehicleId(vehicle), date, cancellationToken) is null)
            return Refusal.Unknown(UnknownOrder);
        var link = new DriverLink(inRegion.Region, new VehicleId(vehicle), date);
        return TypedResults.Ok(new DriverLinkAnswer($"/go#{links.TokenOf(link)}", link.ExpiresAt));
    }

    private static async Task<Results<NoContent, NotFound<Refusal>>> RevokeLinkAsync(
        string vehicle, DateOnly date, InRegion inRegion, DispatchOrderQuery orders, DriverLinks links, CancellationToken cancellationToken)
    {
        if (await orders.FindAsync(inRegion.Scope, new VehicleId(vehicle), date, cancellationToken) is null)
            return Refusal.Unknown(UnknownOrder);
        await links.RevokeAsync(new DriverLink(inRegion.Region, new VehicleId(vehicle), date), cancellationToken);
        return TypedResults.NoContent();
    }

    private static Task<OrderAnswers> SignAsync(
        string vehicle, DateOnly date, SignRequest request, InRegion inRegion, DispatchOrderQuery orders, RegionClocks clocks, IGrainFactory grains,
        CancellationToken cancellationToken) =>
        // A driver signs as the driver and as nobody else.
        inRegion.Person.Role == Role.Driver && request.Role != SignerRole.Driver
            ? Task.FromResult<OrderAnswers>(TypedResults.Conflict(new Refusal("dispatch-order.not-your-signature")))
            : request.Role == SignerRole.Driver && IsSilentOn(inRegion.Person, request.OnBehalf)
            ? OnBehalfRefused
            : SendAsync(
                vehicle, date, request.CommandId, request.Problems(), inRegion, orders, clocks, grains,
                (grain, header) => grain.Sign(new SignDispatchOrder(header, request.Version, request.Role, request.Name, request.Attachment, request.Role == SignerRole.Driver ? ReasonOf(inRegion.Person, request.OnBehalf) : null), cancellationToken),
                cancellationToken);

    private static Task<OrderAnswers> AnswerAsync(
        string vehicle, DateOnly date, AnswerRequest request, InRegion inRegion, DispatchOrderQuery orders, RegionClocks clocks, IGrainFactory grains,
        CancellationToken cancellationToken) =>
        IsSilentOn(inRegion.Person, request.OnBehalf)
            ? OnBehalfRefused
            : SendAsync(
                vehicle, date, request.CommandId, request.Problems(), inRegion, orders, clocks, grains,
                (grain, header) => grain.Answer(
                    new AnswerDispatchOrder(header, request.Version, request.Objection, ReasonOf(inRegion.Person, request.OnBehalf)), cancellationToken),
                cancellationToken);

    private static Task<OrderAnswers> CloseAsync(
        string vehicle, DateOnly date, CloseRequest request, InRegion inRegion, DispatchOrderQuery orders, RegionClocks clocks, IGrainFactory grains,
        CancellationToken cancellationToken) =>
        SendAsync(
            vehicle, date, request.CommandId, request.Problems(), inRegion, orders, clocks, grains,
            (grain, header) => grain.Close(new CloseDispatchOrder(header, request.Version, request.Actuals), cancellationToken), cancellationToken);

    private static Task<OrderAnswers> OnBehalfRefused => Task.FromResult<OrderAnswers>(TypedResults.Conflict(new Refusal("dispatch-order.on-behalf")));

    /// <summary>Whether somebody would speak for the driver without saying so.</summary>
    private static bool IsSilentOn(PersonFacts person, string? onBehalf) => person.Role != Role.Driver && string.IsNullOrWhiteSpace(onBehalf);

    private static string? ReasonOf(PersonFacts person, string? onBehalf) => person.Role == Role.Driver ? null : onBehalf;

    private static async Task<OrderAnswers> SendAsync(
        string vehicle, DateOnly date, CommandId id, IReadOnlyList<RequestProblem> problems, InRegion inRegion, DispatchOrderQuery orders, RegionClocks clocks,
        IGrainFactory grains, Func<IDispatchOrderGrain, CommandHeader, Task<CommandResult>> send, CancellationToken cancellationToken)
    {
        if (problems.Count > 0)
            return RequestProblems.Answer(problems);
        if (await orders.FindAsync(inRegion.Scope, new VehicleId(vehicle), date, cancellationToken) is null)
            return Refusal.Unknown(UnknownOrder);
        var header = new CommandHeader(id, inRegion.Person.User, (await clocks.NowAsync(inRegion.Region, cancellationToken)).Now);
        var outcome = await send(grains.GetGrain<IDispatchOrderGrain>(DispatchOrderKey.Of(new VehicleId(vehicle), date)), header);
        return outcome.Accepted ? TypedResults.Ok(new AcceptedAnswer(outcome.Position)) : Refusal.Of(outcome);
    }
}
