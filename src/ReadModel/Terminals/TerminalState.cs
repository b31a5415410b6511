using System.Text.Json.Serialization.Metadata;
using Territory.Contracts;
using Territory.Contracts.Terminals;
using Territory.Model.Ids;
using Territory.Model.Orders;
using Territory.Model.Quantities;
using Territory.Model.Terminals;
using Territory.ReadModel.Actors;
using Territory.ReadModel.Serialization;

namespace Territory.ReadModel.Terminals;

/// <summary>An outlet (终端) as its actor keeps it.</summary>
public sealed record TerminalState : IActorState<TerminalState>
{
    public required TerminalFile File { get; init; }

    public Shelf Shelf { get; init; } = Shelf.Empty;

    public DateTimeOffset? LastCountedAt { get; init; }

    public IReadOnlyList<OpenOrder> OpenOrders { get; init; } = [];

    public OpenVisit? Visit { get; init; }

    /// <summary>What the outlet owes: goods received less payments.</summary>
    public Money Balance { get; init; }

    /// <summary>The day of the oldest delivery since the balance was last zero; null while nothing is owed.</summary>
    public DateOnly? OldestUnpaidOn { get; init; }

    /// <summary>The day of the last visit that has both ends.</summary>
    public DateOnly? LastVisitOn { get; init; }

    /// <summary>The moment up to which sales are settled.</summary>
    public DateTimeOffset? SettledUntil { get; init; }

    /// <summary>The day that <see cref="NextInterval"/> counts in.</summary>
    public DateOnly? SettledDay { get; init; }

    /// <summary>The number of the next interval of that day.</summary>
    public int NextInterval { get; init; }

    /// <summary>The day on which the file was opened.</summary>
    public DateOnly RegisteredOn { get; init; }

    /// <summary>Whether anything but registration has happened, after which the file cannot be taken back.</summary>
    public bool HasHistory { get; init; }

    public static string Kind => ActorKind.Terminal;

    public static JsonTypeInfo<TerminalState> JsonForm => StateJsonContext.Default.TerminalState;

    public static TerminalState? Apply(TerminalState? state, IEvent @event) => (state, @event) switch
    {
        (null, TerminalRegistered e) => new TerminalState { File = e.File, Shelf = Shelf.Empty.List(e.File.ListedProducts), RegisteredOn = e.Day },
        (null, _) => throw UnexpectedEvent.BeforeCreation(Kind, @event),
        (_, TerminalFileChanged e) => state with { File = e.File, Shelf = state.Shelf.List(e.File.ListedProducts) },
        (_, TerminalWithdrawn) => null,
        (_, OpeningStockSet e) => state.Open(e),
        (_, SalesSettled e) => state.Settle(e),
        (_, VisitStarted e) => state with { Visit = new OpenVisit(e.Rep, e.Plan, e.At, [], Ordered: false), HasHistory = true },
        (_, VisitStepRecorded e) => state with { Visit = state.Visit! with { StepsDone = [.. state.Visit.StepsDone, new VisitStepDone(e.Step, e.At)] } },
        (_, StockCounted e) => state.Count(e),
        (_, OrderPlaced e) => state.Order(e),
        (_, OrderCancelled e) => state.Close([e.Order]),
        (_, OrderSplit e) => state.Split(e),
        (_, VisitCompleted e) => state with { Visit = null, LastVisitOn = e.Day },
        (_, DeliveryReceived e) => state.Deliver(e),
        (_, PaymentReceived e) => state.Pay(e.Amount),
        _ => throw UnexpectedEvent.Unknown(Kind, @event),
    };

    private TerminalState Open(OpeningStockSet opening)
    {
        var shelf = Shelf.With(opening.Lines.Select(line => line.Product));
        var stock = (int[])shelf.Stock.Clone();
        foreach (var line in opening.Lines)
            stock[shelf.IndexOf(line.Product)] = line.Units.Count;
        return this with { Shelf = shelf with { Stock = stock } };
    }

    private TerminalState Pay(Money amount)
    {
        var balance = Balance - amount;
        return this with { Balance = balance, OldestUnpaidOn = balance == Money.Zero ? null : OldestUnpaidOn, HasHistory = true };
    }

    private TerminalState Settle(SalesSettled settled)
    {
        var shelf = Shelf.With(settled.Lines.Select(line => line.Product));
        var stock = (int[])shelf.Stock.Clone();
        var sold = new int[stock.Length];
        foreach (var line in settled.Lines)
        {
            var i = shelf.IndexOf(line.Product);
            stock[i] -= line.Sold.Count;
            sold[i] += line.Sold.Count;
        }

        return this with
        {
            Shelf = shelf with { Stock = stock, Sales = shelf.Sales.Add(settled.Day, sold) },
            SettledUntil = settled.Until,
            SettledDay = settled.Day,
            NextInterval = settled.Interval + 1,
        };
    }

    private TerminalState Count(StockCounted counted)
    {
        var shelf = Shelf.With(counted.Lines.Select(line => line.Product));
        var stock = (int[])shelf.Stock.Clone();
        var last = (int[])shelf.LastCount.Clone();
        var received = (int[])shelf.Received.Clone();
        var before = (int[])shelf.CountBefore.Clone();
        var between = (int[])shelf.ReceivedBetween.Clone();
        foreach (var line in counted.Lines)
        {
            var i = shelf.IndexOf(line.Product);
            before[i] = last[i];
            between[i] = received[i];
            stock[i] = last[i] = line.Counted.Count;
            received[i] = 0;
        }

        return this with
        {
            Shelf = shelf with { Stock = stock, LastCount = last, Received = received, CountBefore = before, ReceivedBetween = between },
            LastCountedAt = counted.At,
            HasHistory = true,
        };
    }

    private TerminalState Order(OrderPlaced placed)
    {
        var shelf = Shelf.With(placed.Lines.Select(line => line.Product));
        var onOrder = (int[])shelf.OnOrder.Clone();
        foreach (var line in placed.Lines)
            onOrder[shelf.IndexOf(line.Product)] += line.Units.Count;
        return this with
        {
            Shelf = shelf with { OnOrder = onOrder },
            OpenOrders = [.. OpenOrders, new OpenOrder(placed.Order, placed.Lines)],
            Visit = Visit is null ? null : Visit with { Ordered = true },
            HasHistory = true,
        };
    }

    private TerminalState Close(IReadOnlyList<OrderId> orders)
    {
        var onOrder = (int[])Shelf.OnOrder.Clone();
        foreach (var line in OpenOrders.Where(open => orders.Contains(open.Order.Id)).SelectMany(open => open.Lines))
            onOrder[Shelf.IndexOf(line.Product)] -= line.Units.Count;
        return this with
        {
            Shelf = Shelf with { OnOrder = onOrder },
            OpenOrders = [.. OpenOrders.Where(open => !orders.Contains(open.Order.Id))],
        };
    }

    /// <summary>What is on order stays what it was; it is in two orders now.</summary>
    private TerminalState Split(OrderSplit split) => this with
    {
        OpenOrders =
        [
            .. OpenOrders.Select(open => open.Order.Id == split.Order
                ? new OpenOrder(open.Order with { Lines = [.. split.Remaining.Select(line => new OrderLine(line.Product, line.Cases))] }, split.Remaining)
                : open),
            new OpenOrder(split.Split, split.SplitLines),
        ],
    };

    private TerminalState Deliver(DeliveryReceived delivered)
    {
        var closed = delivered.OrdersStayOpen ? this : Close(delivered.Orders);
        var shelf = closed.Shelf.With(delivered.Lines.Select(line => line.Product));
        var stock = (int[])shelf.Stock.Clone();
        var received = (int[])shelf.Received.Clone();
        foreach (var line in delivered.Lines)
        {
            var i = shelf.IndexOf(line.Product);
            stock[i] += line.Units.Count;
            received[i] += line.Units.Count;
        }

        return closed with
        {
            Shelf = shelf with { Stock = stock, Received = received },
            Balance = Balance + delivered.Value,
            OldestUnpaidOn = delivered.Value == Money.Zero ? OldestUnpaidOn : OldestUnpaidOn ?? delivered.Day,
            HasHistory = true,
        };
    }
}
