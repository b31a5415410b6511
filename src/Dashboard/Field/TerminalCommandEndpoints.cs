using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Territory.Contracts;
using Territory.Contracts.Terminals;
using Territory.Dashboard.Access;
using Territory.Dashboard.Hosting;
using Territory.Model.Ids;
using CommandResults = Microsoft.AspNetCore.Http.HttpResults.Results<
    Microsoft.AspNetCore.Http.HttpResults.Ok<Territory.Dashboard.Field.CommandAnswer>,
    Microsoft.AspNetCore.Http.HttpResults.BadRequest<Territory.Dashboard.Hosting.RequestProblems>,
    Microsoft.AspNetCore.Http.HttpResults.NotFound<Territory.Dashboard.Hosting.Refusal>,
    Microsoft.AspNetCore.Http.HttpResults.Conflict<Territory.Dashboard.Hosting.Refusal>>;

namespace Territory.Dashboard.Field;

/// <summary>Commands about a terminal. Each is the actor's own: the rep or vehicle is theirs, never the request's to state.</summary>
internal static class TerminalCommandEndpoints
{
    private const string UnknownTerminal = "terminal.unknown";

    public static void Map(RouteGroupBuilder api)
    {
        var terminal = api.MapGroup("/terminals/{id}");
        terminal.MapPost("/start-visit", StartVisitAsync).RequireAuthorization(Policies.VisitOutlets);
        terminal.MapPost("/record-step", RecordStepAsync).RequireAuthorization(Policies.VisitOutlets);
        terminal.MapPost("/count-stock", CountStockAsync).RequireAuthorization(Policies.VisitOutlets);
        terminal.MapPost("/place-order", PlaceOrderAsync).RequireAuthorization(Policies.TakeOrders);
        terminal.MapPost("/cancel-order", CancelOrderAsync).RequireAuthorization(Policies.TakeOrders);
        terminal.MapPost("/complete-visit", CompleteVisitAsync).RequireAuthorization(Policies.VisitOutlets);
        terminal.MapPost("/receive-delivery", ReceiveDeliveryAsync).RequireAuthorization(Policies.DeliverGoods);
        terminal.MapPost("/receive-payment", ReceivePaymentAsync).RequireAuthorization(Policies.TakePayments);
    }

    private static Task<CommandResults> StartVisitAsync(
        string id, StartVisitRequest request, Actor actor, TerminalCommands commands, CancellationToken cancellationToken) =>
        DoAsync(id, request, actor, commands, cancellationToken, context => actor.Person.Rep is { } rep
            ? context.Grain.StartVisit(new StartVisit(context.Header, rep, request.Plan, request.Position), cancellationToken)
            : Task.FromResult(CommandResult.Refused("person.not-a-rep")));

    private static Task<CommandResults> RecordStepAsync(
        string id, RecordStepRequest request, Actor actor, TerminalCommands commands, CancellationToken cancellationToken) =>
        DoAsync(id, request, actor, commands, cancellationToken, context =>
            context.Grain.RecordVisitStep(new RecordVisitStep(context.Header, request.Step, request.Note), cancellationToken));

    private static async Task<Results<Ok<CountAnswer>, BadRequest<RequestProblems>, NotFound<Refusal>, Conflict<Refusal>>> CountStockAsync(
        string id, CountStockRequest request, Actor actor, TerminalCommands commands, CancellationToken cancellationToken)
    {
        var (context, problems) = await commands.PrepareAsync(actor.Person, new TerminalId(id), request, cancellationToken);
        if (problems.Count > 0)
            return RequestProblems.Answer(problems);
        if (context is null)
            return Refusal.Unknown(UnknownTerminal);
        var result = await context.Grain.CountStock(new CountStock(context.Header, request.Lines), cancellationToken);
        return result.Outcome.Accepted ? TypedResults.Ok(new CountAnswer(result.Outcome.Position, result.Suggested)) : Refusal.Of(result.Outcome);
    }

    private static Task<CommandResults> PlaceOrderAsync(
        string id, PlaceOrderRequest request, Actor actor, TerminalCommands commands, CancellationToken cancellationToken) =>
        DoAsync(id, request, actor, commands, cancellationToken, context =>
            context.Grain.PlaceOrder(new PlaceOrder(context.Header, request.Order, request.DueOn, request.Lines, request.Note), cancellationToken));

    private static Task<CommandResults> CancelOrderAsync(
        string id, CancelOrderRequest request, Actor actor, TerminalCommands commands, CancellationToken cancellationToken) =>
        DoAsync(id, request, actor, commands, cancellationToken, context =>
            context.Grain.CancelOrder(new CancelOrder(context.Header, request.Order, request.Reason), cancellationToken));

    private static Task<CommandResults> CompleteVisitAsync(
        string id, CompleteVisitRequest request, Actor actor, TerminalCommands commands, CancellationToken cancellationToken) =>
        DoAsync(id, request, actor, commands, cancellationToken, context =>
            context.Grain.CompleteVisit(new CompleteVisit(context.Header, request.Outcome), cancellationToken));

    private static Task<CommandResults> ReceiveDeliveryAsync(
        string id, ReceiveDeliveryRequest request, Actor actor, TerminalCommands commands, DropReports drops, CancellationToken cancellationToken) =>
        DoAsync(id, request, actor, commands, cancellationToken, context => drops.ReportAsync(context, request, cancellationToken));

    private static Task<CommandResults> ReceivePaymentAsync(
        string id, ReceivePaymentRequest request, Actor actor, TerminalCommands commands, CancellationToken cancellationToken) =>
        DoAsync(id, request, actor, commands, cancellationToken, context =>
            context.Grain.ReceivePayment(new ReceivePayment(context.Header, request.Amount, request.Method, request.Order, context.Person.Vehicle), cancellationToken));

    private static async Task<CommandResults> DoAsync(
        string id, ITerminalCommandRequest request, Actor actor, TerminalCommands commands, CancellationToken cancellationToken,
        Func<TerminalCommandContext, Task<CommandResult>> command)
    {
        var (context, problems) = await commands.PrepareAsync(actor.Person, new TerminalId(id), request, cancellationToken);
        if (problems.Count > 0)
            return RequestProblems.Answer(problems);
        if (context is null)
            return Refusal.Unknown(UnknownTerminal);
        var outcome = await command(context);
        return outcome.Accepted ? TypedResults.Ok(new CommandAnswer(outcome.Position)) : Refusal.Of(outcome);
    }
}
