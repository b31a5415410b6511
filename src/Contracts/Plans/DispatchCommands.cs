using Territory.Model.Dispatch;
using Territory.Model.Dispatch.Edits;
using Territory.Model.Ids;
using Territory.Model.Orders;
using Territory.Model.Plans;

namespace Territory.Contracts.Plans;

/// <summary>Changes the day's working plan by hand; the changed plan is the next version.</summary>
/// <param name="BaseVersion">The version the person saw; another one by now is refused, so that nobody changes what they have not seen.</param>
[GenerateSerializer, Immutable, Alias("territory.EditPlan")]
public sealed record EditPlan(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] int BaseVersion,
    [property: Id(2)] IReadOnlyList<PlanEdit> Edits) : ICommand;

/// <summary>Takes back the sender's latest change that is not taken back yet, by a version that is like the one before it.</summary>
[GenerateSerializer, Immutable, Alias("territory.UndoEdit")]
public sealed record UndoEdit(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] int BaseVersion) : ICommand;

/// <summary>Brings back what the sender's latest undo took back.</summary>
[GenerateSerializer, Immutable, Alias("territory.RedoEdit")]
public sealed record RedoEdit(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] int BaseVersion) : ICommand;

/// <summary>Makes a version of routes of other versions: of one alone, or a mix by vehicle.</summary>
/// <param name="BaseVersion">The working plan; 0 where there is none since it was discarded.</param>
/// <param name="Routes">All routes of the new version: a vehicle that is not named has none, and stops that are on no named route go to the tray.</param>
/// <param name="Overrides">The version whose overrides hold on.</param>
[GenerateSerializer, Immutable, Alias("territory.AdoptRoutes")]
public sealed record AdoptRoutes(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] int BaseVersion,
    [property: Id(2)] IReadOnlyList<AdoptedRoute> Routes,
    [property: Id(3)] int Overrides) : ICommand;

/// <summary>Starts a re-optimisation of a version. It runs beside the plan, which may be changed meanwhile.</summary>
[GenerateSerializer, Immutable, Alias("territory.StartRun")]
public sealed record StartRun(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] int BaseVersion,
    [property: Id(2)] RunOptions Options) : ICommand;

/// <summary>Ends a run early; its best so far becomes its result.</summary>
[GenerateSerializer, Immutable, Alias("territory.StopRun")]
public sealed record StopRun(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] string Run) : ICommand;

/// <summary>Splits an open order at its outlet (拆单), and keeps the part that was split off apart in the plan, in the tray.</summary>
/// <param name="Lines">What the new order takes over.</param>
[GenerateSerializer, Immutable, Alias("territory.SplitPlannedOrder")]
public sealed record SplitPlannedOrder(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] int BaseVersion,
    [property: Id(2)] OrderId Order,
    [property: Id(3)] OrderId NewOrder,
    [property: Id(4)] IReadOnlyList<OrderLine> Lines,
    [property: Id(5)] string Reason) : ICommand;

/// <summary>Gives a version of the day a name by which people find it again (命名), or another one.</summary>
/// <param name="Name">No other version of the day has it; spaces around it do not count.</param>
[GenerateSerializer, Immutable, Alias("territory.NamePlanVersion")]
public sealed record NamePlanVersion(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] int PlanVersion,
    [property: Id(2)] string Name) : ICommand;

/// <summary>A run hands in its result: the next working plan where its base still is the working plan and nothing has left meanwhile, otherwise a version set aside.</summary>
/// <param name="Progress">How far the day had come when the run began.</param>
[GenerateSerializer, Immutable, Alias("territory.RecordRun")]
public sealed record RecordRun(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] int BaseVersion,
    [property: Id(2)] RunOptions Options,
    [property: Id(3)] DayProgress Progress,
    [property: Id(4)] DeliveryPlan Plan,
    [property: Id(5)] string Run) : ICommand;

/// <summary>A run ended without a result.</summary>
[GenerateSerializer, Immutable, Alias("territory.EndRun")]
public sealed record EndRun(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] string Run,
    [property: Id(2)] string RefusalCode) : ICommand;
