using System.Text.Json.Serialization;
using Territory.Contracts.DispatchOrders;
using Territory.Contracts.Distributors;
using Territory.Contracts.Following;
using Territory.Contracts.Lab;
using Territory.Contracts.Market;
using Territory.Contracts.Plans;
using Territory.Contracts.Reps;
using Territory.Contracts.Schedules;
using Territory.Contracts.Terminals;
using Territory.Contracts.Territories;
using Territory.Contracts.Vehicles;

namespace Territory.Contracts.Serialization;

/// <summary>Source-generated JSON of every event: the one serialised form, shared by journal, wire and API.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(DistributorRegistered))]
[JsonSerializable(typeof(GoodsReceived))]
[JsonSerializable(typeof(GoodsShipped))]
[JsonSerializable(typeof(GoodsReturned))]
[JsonSerializable(typeof(MarketOpened))]
[JsonSerializable(typeof(MarketSpeedSet))]
[JsonSerializable(typeof(MarketPaused))]
[JsonSerializable(typeof(MarketResumed))]
[JsonSerializable(typeof(MarketAdvanced))]
[JsonSerializable(typeof(MarketDayPlanned))]
[JsonSerializable(typeof(MarketDayClosed))]
[JsonSerializable(typeof(DispatchOrderIssued))]
[JsonSerializable(typeof(DispatchOrderCancelled))]
[JsonSerializable(typeof(DispatchOrderSigned))]
[JsonSerializable(typeof(DispatchOrderAnswered))]
[JsonSerializable(typeof(DispatchOrderClosed))]
[JsonSerializable(typeof(DeliveryPlanProposed))]
[JsonSerializable(typeof(DeliveryPlanSetAside))]
[JsonSerializable(typeof(DeliveryPlanNamed))]
[JsonSerializable(typeof(DeliveryRunStarted))]
[JsonSerializable(typeof(DeliveryRunEnded))]
[JsonSerializable(typeof(DeliveryPlanPublished))]
[JsonSerializable(typeof(DeliveryPlanDiscarded))]
[JsonSerializable(typeof(VisitPlanProposed))]
[JsonSerializable(typeof(VisitPlanPublished))]
[JsonSerializable(typeof(VisitPlanDiscarded))]
[JsonSerializable(typeof(RepRegistered))]
[JsonSerializable(typeof(RepFileChanged))]
[JsonSerializable(typeof(DayStarted))]
[JsonSerializable(typeof(DayEnded))]
[JsonSerializable(typeof(TerminalRegistered))]
[JsonSerializable(typeof(TerminalFileChanged))]
[JsonSerializable(typeof(TerminalWithdrawn))]
[JsonSerializable(typeof(OpeningStockSet))]
[JsonSerializable(typeof(SalesSettled))]
[JsonSerializable(typeof(VisitStarted))]
[JsonSerializable(typeof(VisitStepRecorded))]
[JsonSerializable(typeof(StockCounted))]
[JsonSerializable(typeof(OrderPlaced))]
[JsonSerializable(typeof(OrderCancelled))]
[JsonSerializable(typeof(OrderSplit))]
[JsonSerializable(typeof(VisitCompleted))]
[JsonSerializable(typeof(DeliveryReceived))]
[JsonSerializable(typeof(PaymentReceived))]
[JsonSerializable(typeof(RegionCreated))]
[JsonSerializable(typeof(ProductsListed))]
[JsonSerializable(typeof(VehicleRegistered))]
[JsonSerializable(typeof(VehicleFileChanged))]
[JsonSerializable(typeof(TripDeparted))]
[JsonSerializable(typeof(TripReturned))]
[JsonSerializable(typeof(DeliveryDayClosed))]
[JsonSerializable(typeof(ScheduleStarted))]
[JsonSerializable(typeof(SchedulePartRecorded))]
[JsonSerializable(typeof(ScheduleEnded))]
[JsonSerializable(typeof(LabScenarioSaved))]
[JsonSerializable(typeof(LabScenarioRemoved))]
[JsonSerializable(typeof(LabRunStarted))]
[JsonSerializable(typeof(LabTextRecorded))]
[JsonSerializable(typeof(LabRunEnded))]
[JsonSerializable(typeof(LabTemplateFrozen))]
[JsonSerializable(typeof(LabExpansionStarted))]
[JsonSerializable(typeof(LabExpansionEnded))]
[JsonSerializable(typeof(LabCalibrationStarted))]
[JsonSerializable(typeof(LabCalibrationEnded))]
[JsonSerializable(typeof(LabCensusKept))]
public sealed partial class EventJsonContext : JsonSerializerContext;
