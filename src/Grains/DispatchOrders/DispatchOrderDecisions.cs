using Territory.Contracts;
using Territory.Contracts.DispatchOrders;
using Territory.Contracts.Serialization;
using Territory.Grains.Actors;
using Territory.Model.DispatchOrders;
using Territory.Model.Quantities;
using Territory.ReadModel.DispatchOrders;
using Territory.ReadModel.Serialization;
using static Territory.Grains.Actors.Figures;

namespace Territory.Grains.DispatchOrders;

/// <summary>Decisions on a vehicle's order of a day.</summary>
internal static class DispatchOrderDecisions
{
    private const int LongestText = 500;

    private static readonly Refusal OnBehalf = Refusal.Of("dispatch-order.on-behalf");

    public static Decision<DispatchOrderState, CommandResult> Issue(DispatchOrderState? state, IssueDispatchOrder command)
    {
        var current = state?.Order;
        if (current?.Status == DispatchOrderStatus.Closed)
            return Decide.Refuse<DispatchOrderState>(Refusal.Of("dispatch-order.closed", ("number", current.Number)));
        var order = command.Order with
        {
            Number = NumberOf(command.Order),
            Version = (current?.Version ?? 0) + 1,
            Status = DispatchOrderStatus.Issued,
            Signatures = [],
            Answer = null,
            Closing = null,
            IssuedAt = command.Header.At,
        };
        return current?.Status == DispatchOrderStatus.Issued && SaysTheSame(current, order)
            ? Decide.Accept<DispatchOrderState>()
            : Decide.Accept<DispatchOrderState>(new DispatchOrderIssued(order));
    }

    public static Decision<DispatchOrderState, CommandResult> Cancel(DispatchOrderState? state, CancelDispatchOrder command, DispatchOutcome? outcome)
    {
        if (CheckOpen(state) is { } refusal)
            return Decide.Refuse<DispatchOrderState>(refusal);
        return outcome?.DepartedAt is not null
            ? Decide.Refuse<DispatchOrderState>(Refusal.Of("dispatch-order.departed", ("number", state!.Order.Number)))
            : Decide.Accept<DispatchOrderState>(new DispatchOrderCancelled(command.Header.At));
    }

    public static Decision<DispatchOrderState, CommandResult> Sign(DispatchOrderState? state, SignDispatchOrder command)
    {
        if ((CheckOpen(state) ?? CheckVersion(state!, command.OrderVersion)) is { } refusal)
            return Decide.Refuse<DispatchOrderState>(refusal);
        if (string.IsNullOrWhiteSpace(command.Name) || command.Name.Length > LongestText)
            return Decide.Refuse<DispatchOrderState>(Refusal.Of("dispatch-order.signer-missing"));
        if (command.OnBehalf?.Length > LongestText)
            return Decide.Refuse<DispatchOrderState>(OnBehalf);
        return Decide.Accept<DispatchOrderState>(
            new DispatchOrderSigned(new OrderSignature(command.Role, command.Name.Trim(), command.Header.Actor, command.Header.At, command.Attachment, OnBehalfOf(command.OnBehalf))));
    }

    public static Decision<DispatchOrderState, CommandResult> Answer(DispatchOrderState? state, AnswerDispatchOrder command)
    {
        if ((CheckOpen(state) ?? CheckVersion(state!, command.OrderVersion)) is { } refusal)
            return Decide.Refuse<DispatchOrderState>(refusal);
        if (command.Objection is { } objection && (string.IsNullOrWhiteSpace(objection) || objection.Length > LongestText))
            return Decide.Refuse<DispatchOrderState>(Refusal.Of("dispatch-order.objection"));
        if (command.OnBehalf?.Length > LongestText)
            return Decide.Refuse<DispatchOrderState>(OnBehalf);
        return Decide.Accept<DispatchOrderState>(new DispatchOrderAnswered(new DriverAnswer(command.Objection, command.Header.Actor, command.Header.At, OnBehalfOf(command.OnBehalf))));
    }

    /// <param name="outcome">What is on record of the day.</param>
    public static Decision<DispatchOrderState, CommandResult> Close(DispatchOrderState? state, CloseDispatchOrder command, DispatchOutcome outcome)
    {
        if ((CheckOpen(state) ?? CheckVersion(state!, command.OrderVersion) ?? Check(command.Actuals, outcome)) is { } refusal)
            return Decide.Refuse<DispatchOrderState>(refusal);
        var closing = new DispatchClosing(command.Actuals, outcome with { Goods = CountBack(outcome, command.Actuals) }, command.Header.Actor, command.Header.At);
        return closing.HasDifference && string.IsNullOrWhiteSpace(command.Actuals.Note)
            ? Decide.Refuse<DispatchOrderState>(Refusal.Of(
                "dispatch-order.difference-unexplained", ("cases", Text(closing.Outcome.Goods.Sum(balance => balance.Missing.Count))),
                ("cash", Text(closing.CashDifference.MinorUnits))))
            : Decide.Accept<DispatchOrderState>(new DispatchOrderClosed(closing));
    }

    /// <summary>Why a vehicle may not leave; null when it may.</summary>
    /// <param name="version">The version that it is loaded by; null: whichever holds.</param>
    public static Refusal? CheckDeparture(DispatchOrder? order, int? version) => order switch
    {
        null => Refusal.Of("trip.no-sheet"),
        { Status: DispatchOrderStatus.Cancelled } => Refusal.Of("trip.sheet-cancelled", ("number", order.Number)),
        { Status: DispatchOrderStatus.Closed } => Refusal.Of("dispatch-order.closed", ("number", order.Number)),
        { Answer.Objection: { } objection } => Refusal.Of("trip.sheet-objected", ("number", order.Number), ("version", Text(order.Version)), ("objection", objection)),
        { } when version is { } loaded && loaded != order.Version => Refusal.Of("trip.sheet-changed", ("number", order.Number), ("version", Text(order.Version))),
        _ => null,
    };

    private static string NumberOf(DispatchOrder order) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{order.Date:yyyyMMdd}-{order.Vehicle.Value}");

    /// <summary>A driver who has the order already need not be told of a version that says the same.</summary>
    private static bool SaysTheSame(DispatchOrder current, DispatchOrder next) => Said(current) == Said(next);

    private static string Said(DispatchOrder order) => CompactJson.Text(
        new DispatchOrderState
        {
            Order = order with { Version = 0, Plan = default, PlanVersion = 0, IssuedAt = default, Signatures = [], Answer = null },
        },
        StateJsonContext.Default.DispatchOrderState);

    private static string? OnBehalfOf(string? reason) => string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();

    private static Refusal? CheckOpen(DispatchOrderState? state) => state?.Order switch
    {
        null => Refusal.Of("dispatch-order.unknown"),
        { Status: DispatchOrderStatus.Closed } order => Refusal.Of("dispatch-order.closed", ("number", order.Number)),
        { Status: DispatchOrderStatus.Cancelled } order => Refusal.Of("dispatch-order.cancelled", ("number", order.Number)),
        _ => null,
    };

    private static Refusal? CheckVersion(DispatchOrderState state, int version) => state.Order.Version == version
        ? null
        : Refusal.Of("dispatch-order.not-the-latest", ("version", Text(version)), ("latest", Text(state.Order.Version)));

    private static Refusal? Check(DispatchActuals actuals, DispatchOutcome outcome)
    {
        if (outcome.IsOut)
            return Refusal.Of("dispatch-order.vehicle-out");
        if (actuals.OdometerStart is null != actuals.OdometerEnd is null || actuals.OdometerStart < Distance.Zero || actuals.OdometerEnd < actuals.OdometerStart)
            return Refusal.Of("dispatch-order.odometer");
        if (actuals.Fuel < Money.Zero || actuals.Tolls < Money.Zero || actuals.CashCounted < Money.Zero)
            return Refusal.Of("dispatch-order.amount-negative");
        if (actuals.Returned.GroupBy(line => line.Product).FirstOrDefault(group => group.Count() > 1) is { } twice)
            return Refusal.Of("line.duplicate-product", ("product", twice.Key.Value));
        return actuals.Returned.Where(line => line.Cases < Cases.Zero).Select(line => Refusal.Of("line.quantity", ("product", line.Product.Value), ("quantity", Text(line.Cases.Count)))).FirstOrDefault();
    }

    private static List<GoodsBalance> CountBack(DispatchOutcome outcome, DispatchActuals actuals)
    {
        var back = actuals.Returned.ToDictionary(line => line.Product, line => line.Cases);
        return
        [
            .. outcome.Goods.Select(balance => balance with { Returned = back.GetValueOrDefault(balance.Product) }),
            .. actuals.Returned.Where(line => outcome.Goods.All(balance => balance.Product != line.Product))
                .Select(line => new GoodsBalance(line.Product, Cases.Zero, Cases.Zero, line.Cases)),
        ];
    }
}
