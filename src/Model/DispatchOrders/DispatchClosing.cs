using System.Text.Json.Serialization;
using Territory.Model.Ids;
using Territory.Model.Quantities;

namespace Territory.Model.DispatchOrders;

/// <summary>A closed order: the record against what was counted (核对).</summary>
/// <param name="Outcome">With the goods as they were counted back.</param>
public sealed record DispatchClosing(DispatchActuals Actuals, DispatchOutcome Outcome, UserId By, DateTimeOffset At)
{
    /// <summary>By the odometer where it was read, otherwise as the trips reported.</summary>
    [JsonIgnore]
    public Distance Driven => Actuals is { OdometerStart: { } start, OdometerEnd: { } end } ? end - start : Outcome.Driven;

    /// <summary>Cash counted beyond what was collected; negative where some is missing.</summary>
    [JsonIgnore]
    public Money CashDifference => Actuals.CashCounted - Outcome.CashCollected;

    [JsonIgnore]
    public bool HasDifference => CashDifference != Money.Zero || Outcome.Goods.Any(balance => balance.Missing != Cases.Zero);
}
