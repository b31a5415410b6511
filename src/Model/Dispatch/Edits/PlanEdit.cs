using System.Text.Json.Serialization;

namespace Territory.Model.Dispatch.Edits;

/// <summary>One change that a person makes to a day's plan. Stops are named by any order that they carry.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(MoveStops), "move-stops")]
[JsonDerivedType(typeof(HoldStops), "hold-stops")]
[JsonDerivedType(typeof(LockStops), "lock-stops")]
[JsonDerivedType(typeof(LockVehicle), "lock-vehicle")]
[JsonDerivedType(typeof(LockDay), "lock-day")]
[JsonDerivedType(typeof(ExchangeVehicles), "exchange-vehicles")]
[JsonDerivedType(typeof(ChangeCrew), "change-crew")]
[JsonDerivedType(typeof(KeepApart), "keep-apart")]
[JsonDerivedType(typeof(AllowOvertime), "allow-overtime")]
[JsonDerivedType(typeof(AllowLateness), "allow-lateness")]
[JsonDerivedType(typeof(AllowOverload), "allow-overload")]
[JsonDerivedType(typeof(BreakDown), "break-down")]
[JsonDerivedType(typeof(ReturnToService), "return-to-service")]
[JsonDerivedType(typeof(TakeInOrders), "take-in-orders")]
public abstract record PlanEdit;
