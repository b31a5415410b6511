using Territory.Dashboard.Field;
using Territory.Dashboard.Hosting;
using Territory.Model.Dispatch;
using Territory.Model.Dispatch.Edits;
using Territory.Model.Ids;
using Territory.Model.Orders;

namespace Territory.Dashboard.Plans;

/// <summary>Change the working plan.</summary>
public sealed record EditRequest(CommandId CommandId, int BaseVersion, IReadOnlyList<PlanEdit> Edits)
{
    internal IReadOnlyList<RequestProblem> Problems() => DispatchLimits.Problems(Edits);
}

/// <summary>What would edits make of the working plan?</summary>
public sealed record PreviewRequest(int BaseVersion, IReadOnlyList<PlanEdit> Edits)
{
    internal IReadOnlyList<RequestProblem> Problems() => DispatchLimits.Problems(Edits);
}

/// <summary>Where could these stops go?</summary>
public sealed record OptionsRequest(int BaseVersion, IReadOnlyList<OrderId> Stops)
{
    internal IReadOnlyList<RequestProblem> Problems() => DispatchLimits.Some([DispatchLimits.Stops("stops", Stops.Count)]);
}

/// <summary>Take a change back, or bring it back.</summary>
public sealed record ReturnRequest(CommandId CommandId, int BaseVersion);

/// <summary>Put a plan together from routes of versions.</summary>
public sealed record AdoptRequest(CommandId CommandId, int BaseVersion, IReadOnlyList<AdoptedRoute> Routes, int Overrides)
{
    internal IReadOnlyList<RequestProblem> Problems() => DispatchLimits.Some([
        DispatchLimits.Vehicles("routes", Routes.Count),
        Routes.Any(route => route is null) ? new RequestProblem("adopt.route", "A route is an object with its vehicle and version.", "routes") : null,
    ]);
}

/// <summary>Name a version.</summary>
public sealed record NameVersionRequest(CommandId CommandId, string Name);

/// <summary>Start a re-optimisation.</summary>
public sealed record RunRequest(CommandId CommandId, int BaseVersion, RunOptions Options)
{
    internal IReadOnlyList<RequestProblem> Problems() => DispatchLimits.Some([
        DispatchLimits.Vehicles("options.vehicles", Options.Vehicles.Count), FieldLimits.Choice("options.scope", Options.Scope),
    ]);
}

/// <summary>End a run with its best so far.</summary>
public sealed record StopRunRequest(CommandId CommandId);

/// <summary>What would splitting an order make of the working plan?</summary>
public sealed record SplitPreviewRequest(int BaseVersion, OrderId Order, OrderId NewOrder, IReadOnlyList<OrderLine> Lines)
{
    internal IReadOnlyList<RequestProblem> Problems() => DispatchLimits.Some([
        FieldLimits.Id("order", Order.Value), FieldLimits.Id("newOrder", NewOrder.Value), DispatchLimits.Stops("lines", Lines.Count),
    ]);
}

/// <summary>Split an order; the new one stands apart in the plan.</summary>
public sealed record SplitRequest(CommandId CommandId, int BaseVersion, OrderId Order, OrderId NewOrder, IReadOnlyList<OrderLine> Lines, string Reason)
{
    internal IReadOnlyList<RequestProblem> Problems() => DispatchLimits.Some([
        FieldLimits.Id("order", Order.Value), FieldLimits.Id("newOrder", NewOrder.Value), FieldLimits.Note("reason", Reason),
        DispatchLimits.Stops("lines", Lines.Count),
    ]);
}
