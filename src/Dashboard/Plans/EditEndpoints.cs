using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Territory.Contracts;
using Territory.Contracts.Plans;
using Territory.Dashboard.Access;
using Territory.Dashboard.Hosting;
using Territory.Model.Ids;

namespace Territory.Dashboard.Plans;

/// <summary>Changing a day's deliveries by hand: what it would do, doing it, taking it back.</summary>
internal static class EditEndpoints
{
    public static void Map(RouteGroupBuilder plan)
    {
        plan.MapPost("/edits", EditAsync).RequireAuthorization(Policies.PlanDeliveries);
        plan.MapPost("/edits/preview", PreviewAsync).RequireAuthorization(Policies.PlanDeliveries);
        plan.MapPost("/options", OptionsAsync).RequireAuthorization(Policies.PlanDeliveries);
        plan.MapGet("/stops/{order}/explanation", ExplainAsync).RequireAuthorization(Policies.ReadDeliveryPlans);
        plan.MapPost("/undo", UndoAsync).RequireAuthorization(Policies.PlanDeliveries);
        plan.MapPost("/redo", RedoAsync).RequireAuthorization(Policies.PlanDeliveries);
        plan.MapPost("/adopt", AdoptAsync).RequireAuthorization(Policies.PlanDeliveries);
        plan.MapPost("/split", SplitAsync).RequireAuthorization(Policies.PlanDeliveries);
        plan.MapPost("/split/preview", PreviewSplitAsync).RequireAuthorization(Policies.PlanDeliveries);
    }

    private static Task<IResult> EditAsync(
        string distributor, DateOnly date, EditRequest request, InRegion inRegion, DispatchDesk desk, CancellationToken cancellationToken) => ChangeAsync(
            distributor, date, request.CommandId, request.Problems(), inRegion, desk,
            (grain, header) => grain.Edit(new EditPlan(header, request.BaseVersion, request.Edits), cancellationToken), cancellationToken);

    private static Task<IResult> UndoAsync(
        string distributor, DateOnly date, ReturnRequest request, InRegion inRegion, DispatchDesk desk, CancellationToken cancellationToken) => ChangeAsync(
            distributor, date, request.CommandId, [], inRegion, desk,
            (grain, header) => grain.Undo(new UndoEdit(header, request.BaseVersion), cancellationToken), cancellationToken);

    private static Task<IResult> RedoAsync(
        string distributor, DateOnly date, ReturnRequest request, InRegion inRegion, DispatchDesk desk, CancellationToken cancellationToken) => ChangeAsync(
            distributor, date, request.CommandId, [], inRegion, desk,
            (grain, header) => grain.Redo(new RedoEdit(header, request.BaseVersion), cancellationToken), cancellationToken);

    private static Task<IResult> AdoptAsync(
        string distributor, DateOnly date, AdoptRequest request, InRegion inRegion, DispatchDesk desk, CancellationToken cancellationToken) => ChangeAsync(
            distributor, date, request.CommandId, request.Problems(), inRegion, desk,
            (grain, header) => grain.Adopt(new AdoptRoutes(header, request.BaseVersion, request.Routes, request.Overrides), cancellationToken), cancellationToken);

    private static Task<IResult> SplitAsync(
        string distributor, DateOnly date, SplitRequest request, InRegion inRegion, DispatchDesk desk, CancellationToken cancellationToken) => ChangeAsync(
            distributor, date, request.CommandId, request.Problems(), inRegion, desk,
            (grain, header) => grain.SplitOrder(
                new SplitPlannedOrder(header, request.BaseVersion, request.Order, request.NewOrder, request.Lines, request.Reason), cancellationToken),
            cancellationToken);

    private static Task<IResult> PreviewAsync(
        string distributor, DateOnly date, PreviewRequest request, InRegion inRegion, DispatchDesk desk, CancellationToken cancellationToken) => AskAsync(
            distributor, date, request.Problems(), inRegion, desk,
            (grain, now) => grain.Preview(new PreviewEdits(now, request.BaseVersion, request.Edits), cancellationToken), cancellationToken);

    private static Task<IResult> PreviewSplitAsync(
        string distributor, DateOnly date, SplitPreviewRequest request, InRegion inRegion, DispatchDesk desk, CancellationToken cancellationToken) => AskAsync(
            distributor, date, request.Problems(), inRegion, desk,
            (grain, now) => grain.PreviewSplit(new PreviewOrderSplit(now, request.BaseVersion, request.Order, request.NewOrder, request.Lines), cancellationToken),
            cancellationToken);

    private static async Task<IResult> AskAsync(
        string distributor, DateOnly date, IReadOnlyList<RequestProblem> problems, InRegion inRegion, DispatchDesk desk,
        Func<IDeliveryPlanGrain, DateTimeOffset, Task<EditPreview>> ask, CancellationToken cancellationToken)
    {
        if (problems.Count > 0)
            return RequestProblems.Answer(problems);
        if (await desk.FindAsync(inRegion, new DistributorId(distributor), date, cancellationToken) is not { } grain)
            return DispatchAnswers.UnknownPlan;
        var preview = await ask(grain, await desk.NowAsync(inRegion, cancellationToken));
        return DispatchAnswers.Of(preview.Outcome, preview.Change is { } change ? new PreviewAnswer(change, preview.Routes) : null);
    }

    private static async Task<IResult> OptionsAsync(
        string distributor, DateOnly date, OptionsRequest request, InRegion inRegion, DispatchDesk desk, CancellationToken cancellationToken)
    {
        if (request.Problems() is { Count: > 0 } problems)
            return RequestProblems.Answer(problems);
        if (await desk.FindAsync(inRegion, new DistributorId(distributor), date, cancellationToken) is not { } grain)
            return DispatchAnswers.UnknownPlan;
        var now = await desk.NowAsync(inRegion, cancellationToken);
        var options = await grain.FindOptions(new FindStopOptions(now, request.BaseVersion, request.Stops), cancellationToken);
        return DispatchAnswers.Of(options.Outcome, options.Options);
    }

    private static async Task<IResult> ExplainAsync(
        string distributor, DateOnly date, string order, InRegion inRegion, DispatchDesk desk, QueryValue<int> version,
        CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(inRegion, new DistributorId(distributor), date, cancellationToken) is not { } grain)
            return DispatchAnswers.UnknownPlan;
        var now = await desk.NowAsync(inRegion, cancellationToken);
        var result = await grain.Explain(new ExplainStop(now, version.Value, new OrderId(order)), cancellationToken);
        return DispatchAnswers.Of(result.Outcome, result.Explanation);
    }

    private static async Task<IResult> ChangeAsync(
        string distributor, DateOnly date, CommandId command, IReadOnlyList<RequestProblem> problems, InRegion inRegion, DispatchDesk desk,
        Func<IDeliveryPlanGrain, CommandHeader, Task<DeliveryPlanResult>> send, CancellationToken cancellationToken)
    {
        if (problems.Count > 0)
            return RequestProblems.Answer(problems);
        if (await desk.FindAsync(inRegion, new DistributorId(distributor), date, cancellationToken) is not { } grain)
            return DispatchAnswers.UnknownPlan;
        var result = await send(grain, await desk.HeaderAsync(command, inRegion, cancellationToken));
        return DispatchAnswers.Of(result.Outcome, result.Plan);
    }
}
