using System.Text.Json.Serialization;
using Territory.ReadModel.DispatchOrders;
using Territory.ReadModel.Distributors;
using Territory.ReadModel.Following;
using Territory.ReadModel.Lab;
using Territory.ReadModel.Market;
using Territory.ReadModel.Plans;
using Territory.ReadModel.Reps;
using Territory.ReadModel.Schedules;
using Territory.ReadModel.Terminals;
using Territory.ReadModel.Territories;
using Territory.ReadModel.Vehicles;

namespace Territory.ReadModel.Serialization;

/// <summary>Source-generated JSON of actors' states, as their rows hold it.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(TerminalState))]
[JsonSerializable(typeof(DistributorState))]
[JsonSerializable(typeof(RepState))]
[JsonSerializable(typeof(VehicleState))]
[JsonSerializable(typeof(TerritoryState))]
[JsonSerializable(typeof(DeliveryPlanState))]
[JsonSerializable(typeof(VisitPlanState))]
[JsonSerializable(typeof(MarketState))]
[JsonSerializable(typeof(DispatchOrderState))]
[JsonSerializable(typeof(DeliveryDayState))]
[JsonSerializable(typeof(DeliveryScheduleState))]
[JsonSerializable(typeof(LabScenarioState))]
[JsonSerializable(typeof(LabRunRecord))]
[JsonSerializable(typeof(LabTemplateState))]
[JsonSerializable(typeof(LabExpansionRecord))]
[JsonSerializable(typeof(LabCalibrationRecord))]
[JsonSerializable(typeof(LabCensusState))]
public sealed partial class StateJsonContext : JsonSerializerContext;
