using Territory.Model.Ids;
using Territory.Simulation.Market;
using Territory.Simulation.Market.Reports;

namespace Territory.Simulation.Batch;

/// <summary>What happened on the current day, kept so that the day can be opened again in its middle, and so that a command is done once.</summary>
internal sealed class DayRecord(DateOnly date)
{
    private readonly Dictionary<TerminalId, TerminalProgress> terminals = [];
    private readonly SortedDictionary<string, List<VisitProgress>> visits = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, List<TripProgress>> trips = new(StringComparer.Ordinal);
    private readonly Dictionary<CommandId, object?> answers = [];

    public DateOnly Date { get; } = date;

    public bool NextDayPlanned { get; set; }

    public bool Closed { get; set; }

    /// <summary>Whether the command was done before; then its first answer.</summary>
    public bool IsRepeated(CommandId command, out object? answer) => answers.TryGetValue(command, out answer);

    public void Answer(CommandId command, object? answer = null) => answers.Add(command, answer);

    public void Settled(SalesInterval interval) =>
        terminals[interval.Terminal] = new TerminalProgress(interval.Terminal, interval.To, interval.Number + 1);

    public void Started(VisitCheckIn checkIn) => ListOf(visits, checkIn.Rep.Value).Add(new VisitProgress(checkIn.Terminal, checkIn.At, null));

    public void Completed(VisitCheckOut checkOut) =>
        ListOf(visits, checkOut.Rep.Value)[^1] = new VisitProgress(checkOut.Terminal, checkOut.Arrival, checkOut.Departure);

    public void Departed(TripDeparture departure) =>
        ListOf(trips, departure.Vehicle.Value).Add(new TripProgress(departure.At, departure.Orders, [], null));

    public void Delivered(DeliveryReport report)
    {
        var list = ListOf(trips, report.Vehicle.Value);
        list[^1] = list[^1] with { Stops = [.. list[^1].Stops, new StopProgress(report.Terminal, report.Departure, report.Reason)] };
    }

    public void Returned(TripReturn tripReturn)
    {
        var list = ListOf(trips, tripReturn.Vehicle.Value);
        list[^1] = list[^1] with { Returned = tripReturn.At };
    }

    public DayProgress ToProgress() => new(
        [.. terminals.Values],
        [.. visits.Select(rep => new RepProgress(new RepId(rep.Key), [.. rep.Value]))],
        [.. trips.Select(vehicle => new VehicleProgress(new VehicleId(vehicle.Key), [.. vehicle.Value]))],
        NextDayPlanned,
        Closed);

    private static List<TItem> ListOf<TItem>(SortedDictionary<string, List<TItem>> lists, string key)
    {
        if (!lists.TryGetValue(key, out var list))
            lists[key] = list = [];
        return list;
    }
}
