using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Territory.Contracts.Serialization;

/// <summary>Turns events into the alias and bytes that the journal keeps, and back.</summary>
/// <remarks>The alias, never the CLR name, identifies a type on disk, so that types can move and be renamed.</remarks>
public static class EventCodec
{
    private static readonly Entry[] Entries =
    [
        Entry.Of(EventJsonContext.Default.DistributorRegistered),
        Entry.Of(EventJsonContext.Default.GoodsReceived),
        Entry.Of(EventJsonContext.Default.GoodsShipped),
        Entry.Of(EventJsonContext.Default.GoodsReturned),
        Entry.Of(EventJsonContext.Default.MarketOpened),
        Entry.Of(EventJsonContext.Default.MarketSpeedSet),
        Entry.Of(EventJsonContext.Default.MarketPaused),
        Entry.Of(EventJsonContext.Default.MarketResumed),
        Entry.Of(EventJsonContext.Default.MarketAdvanced),
        Entry.Of(EventJsonContext.Default.MarketDayPlanned),
        Entry.Of(EventJsonContext.Default.MarketDayClosed),
        Entry.Of(EventJsonContext.Default.DispatchOrderIssued),
        Entry.Of(EventJsonContext.Default.DispatchOrderCancelled),
        Entry.Of(EventJsonContext.Default.DispatchOrderSigned),
        Entry.Of(EventJsonContext.Default.DispatchOrderAnswered),
        Entry.Of(EventJsonContext.Default.DispatchOrderClosed),
        Entry.Of(EventJsonContext.Default.DeliveryPlanProposed),
        Entry.Of(EventJsonContext.Default.DeliveryPlanSetAside),
        Entry.Of(EventJsonContext.Default.DeliveryPlanNamed),
        Entry.Of(EventJsonContext.Default.DeliveryRunStarted),
        Entry.Of(EventJsonContext.Default.DeliveryRunEnded),
        Entry.Of(EventJsonContext.Default.DeliveryPlanPublished),
        Entry.Of(EventJsonContext.Default.DeliveryPlanDiscarded),
        Entry.Of(EventJsonContext.Default.VisitPlanProposed),
        Entry.Of(EventJsonContext.Default.VisitPlanPublished),
        Entry.Of(EventJsonContext.Default.VisitPlanDiscarded),
        Entry.Of(EventJsonContext.Default.RepRegistered),
        Entry.Of(EventJsonContext.Default.RepFileChanged),
        Entry.Of(EventJsonContext.Default.DayStarted),
        Entry.Of(EventJsonContext.Default.DayEnded),
        Entry.Of(EventJsonContext.Default.TerminalRegistered),
        Entry.Of(EventJsonContext.Default.TerminalFileChanged),
        Entry.Of(EventJsonContext.Default.TerminalWithdrawn),
        Entry.Of(EventJsonContext.Default.OpeningStockSet),
        Entry.Of(EventJsonContext.Default.SalesSettled),
        Entry.Of(EventJsonContext.Default.VisitStarted),
        Entry.Of(EventJsonContext.Default.VisitStepRecorded),
        Entry.Of(EventJsonContext.Default.StockCounted),
        Entry.Of(EventJsonContext.Default.OrderPlaced),
        Entry.Of(EventJsonContext.Default.OrderCancelled),
        Entry.Of(EventJsonContext.Default.OrderSplit),
        Entry.Of(EventJsonContext.Default.VisitCompleted),
        Entry.Of(EventJsonContext.Default.DeliveryReceived),
        Entry.Of(EventJsonContext.Default.PaymentReceived),
        Entry.Of(EventJsonContext.Default.RegionCreated),
        Entry.Of(EventJsonContext.Default.ProductsListed),
        Entry.Of(EventJsonContext.Default.VehicleRegistered),
        Entry.Of(EventJsonContext.Default.VehicleFileChanged),
        Entry.Of(EventJsonContext.Default.TripDeparted),
        Entry.Of(EventJsonContext.Default.TripReturned),
        Entry.Of(EventJsonContext.Default.DeliveryDayClosed),
        Entry.Of(EventJsonContext.Default.ScheduleStarted),
        Entry.Of(EventJsonContext.Default.SchedulePartRecorded),
        Entry.Of(EventJsonContext.Default.ScheduleEnded),
        Entry.Of(EventJsonContext.Default.LabScenarioSaved),
        Entry.Of(EventJsonContext.Default.LabScenarioRemoved),
        Entry.Of(EventJsonContext.Default.LabRunStarted),
        Entry.Of(EventJsonContext.Default.LabTextRecorded),
        Entry.Of(EventJsonContext.Default.LabRunEnded),
        Entry.Of(EventJsonContext.Default.LabTemplateFrozen),
        Entry.Of(EventJsonContext.Default.LabExpansionStarted),
        Entry.Of(EventJsonContext.Default.LabExpansionEnded),
        Entry.Of(EventJsonContext.Default.LabCalibrationStarted),
        Entry.Of(EventJsonContext.Default.LabCalibrationEnded),
        Entry.Of(EventJsonContext.Default.LabCensusKept),
    ];

    private static readonly FrozenDictionary<Type, Entry> ByType = Entries.ToFrozenDictionary(entry => entry.Type);

    private static readonly FrozenDictionary<string, Entry> ByAlias = Entries.ToFrozenDictionary(entry => entry.Alias, StringComparer.Ordinal);

    public static IEnumerable<Type> Types => Entries.Select(entry => entry.Type);

    public static string AliasOf(IEvent @event) => ByType[@event.GetType()].Alias;

    public static byte[] Encode(IEvent @event) => CompactJson.Write(@event, ByType[@event.GetType()].TypeInfo);

    /// <exception cref="UnknownEventException">No event type has this alias: the journal was written by a newer version.</exception>
    /// <exception cref="JsonException">The bytes are not that event.</exception>
    public static IEvent Decode(string alias, ReadOnlySpan<byte> payload)
    {
        if (!ByAlias.TryGetValue(alias, out var entry))
            throw new UnknownEventException(alias);
        return (IEvent)(JsonSerializer.Deserialize(payload, entry.TypeInfo) ?? throw new JsonException($"The event \"{alias}\" is null."));
    }

    private sealed record Entry(Type Type, string Alias, JsonTypeInfo TypeInfo)
    {
        public static Entry Of<TEvent>(JsonTypeInfo<TEvent> typeInfo)
            where TEvent : class, IEvent
        {
            var alias = typeof(TEvent).GetCustomAttribute<AliasAttribute>()
                ?? throw new InvalidOperationException($"{typeof(TEvent)} has no [Alias].");
            return new Entry(typeof(TEvent), alias.Alias, typeInfo);
        }
    }
}
