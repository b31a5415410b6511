using System.Text.Json.Serialization;
using Territory.Contracts.DispatchOrders;
using Territory.Contracts.Distributors;
using Territory.Contracts.Market;
using Territory.Contracts.Plans;
using Territory.Contracts.Reps;
using Territory.Contracts.Terminals;
using Territory.Contracts.Territories;
using Territory.Contracts.Vehicles;

namespace Territory.Contracts.Serialization;

/// <summary>Source-generated JSON of commands, answers, snapshots and their parts; events have <see cref="EventJsonContext"/>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(CommandHeader))]
[JsonSerializable(typeof(CommandResult))]
[JsonSerializable(typeof(IssueDispatchOrder))]
[JsonSerializable(typeof(CancelDispatchOrder))]
[JsonSerializable(typeof(SignDispatchOrder))]
[JsonSerializable(typeof(AnswerDispatchOrder))]
[JsonSerializable(typeof(CloseDispatchOrder))]
[JsonSerializable(typeof(DispatchOrderSnapshot))]
[JsonSerializable(typeof(RegisterDistributor))]
[JsonSerializable(typeof(ReceiveGoods))]
[JsonSerializable(typeof(ShipGoods))]
[JsonSerializable(typeof(ReturnGoods))]
[JsonSerializable(typeof(DistributorSnapshot))]
[JsonSerializable(typeof(MarketClock))]
[JsonSerializable(typeof(OpenMarket))]
[JsonSerializable(typeof(SetMarketSpeed))]
[JsonSerializable(typeof(PauseMarket))]
[JsonSerializable(typeof(ResumeMarket))]
[JsonSerializable(typeof(AdvanceMarket))]
[JsonSerializable(typeof(PlanOptions))]
[JsonSerializable(typeof(ProposeDeliveryPlan))]
[JsonSerializable(typeof(ProposeVisitPlan))]
[JsonSerializable(typeof(PublishPlan))]
[JsonSerializable(typeof(DiscardPlan))]
[JsonSerializable(typeof(DeliveryPlanResult))]
[JsonSerializable(typeof(VisitPlanResult))]
[JsonSerializable(typeof(DeliveryPlanSnapshot))]
[JsonSerializable(typeof(VisitPlanSnapshot))]
[JsonSerializable(typeof(RegisterRep))]
[JsonSerializable(typeof(ChangeRepFile))]
[JsonSerializable(typeof(StartDay))]
[JsonSerializable(typeof(EndDay))]
[JsonSerializable(typeof(RepSnapshot))]
[JsonSerializable(typeof(DemandLine))]
[JsonSerializable(typeof(RegisterTerminal))]
[JsonSerializable(typeof(ChangeTerminalFile))]
[JsonSerializable(typeof(WithdrawTerminal))]
[JsonSerializable(typeof(SetOpeningStock))]
[JsonSerializable(typeof(SettleSales))]
[JsonSerializable(typeof(StartVisit))]
[JsonSerializable(typeof(RecordVisitStep))]
[JsonSerializable(typeof(CountStock))]
[JsonSerializable(typeof(PlaceOrder))]
[JsonSerializable(typeof(CancelOrder))]
[JsonSerializable(typeof(CompleteVisit))]
[JsonSerializable(typeof(ReceiveDelivery))]
[JsonSerializable(typeof(ReceivePayment))]
[JsonSerializable(typeof(SoldLine))]
[JsonSerializable(typeof(CountedLine))]
[JsonSerializable(typeof(PricedLine))]
[JsonSerializable(typeof(DeliveredLine))]
[JsonSerializable(typeof(VisitStepDone))]
[JsonSerializable(typeof(SuggestedLine))]
[JsonSerializable(typeof(StockLine))]
[JsonSerializable(typeof(StockResult))]
[JsonSerializable(typeof(CountResult))]
[JsonSerializable(typeof(OpenVisit))]
[JsonSerializable(typeof(TerminalSnapshot))]
[JsonSerializable(typeof(MoverPosition))]
[JsonSerializable(typeof(PositionReport))]
[JsonSerializable(typeof(CreateRegion))]
[JsonSerializable(typeof(ListProducts))]
[JsonSerializable(typeof(TerritorySnapshot))]
[JsonSerializable(typeof(RegisterVehicle))]
[JsonSerializable(typeof(ChangeVehicleFile))]
[JsonSerializable(typeof(DepartTrip))]
[JsonSerializable(typeof(ReturnTrip))]
[JsonSerializable(typeof(VehicleSnapshot))]
public sealed partial class MessageJsonContext : JsonSerializerContext;
