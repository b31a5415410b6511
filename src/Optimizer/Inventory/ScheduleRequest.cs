using Territory.Model.Distributors;
using Territory.Model.Products;
using Territory.Model.Quantities;
using Territory.Model.Regions;
using Territory.Model.Schedules;
using Territory.Model.Travel;
using Territory.Model.Vehicles;

namespace Territory.Optimizer.Inventory;

/// <summary>Everything a distributor's delivery schedule (配送排程) is a function of.</summary>
public sealed record ScheduleRequest
{
    public const int DefaultCoverDays = 14;

    /// <summary>Holding costs of a year as a share of a case's price.</summary>
    public const double DefaultHoldingShare = 0.2;

    public required Region Region { get; init; }

    public required DistributorFile Distributor { get; init; }

    /// <summary>The first day; stocks are those of its morning.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Calendar days from <see cref="From"/> on. Outlets sell on all of them and are served on working days.</summary>
    public required int Days { get; init; }

    public required ReplenishmentPolicy Policy { get; init; }

    public required IReadOnlyList<VehicleFile> Vehicles { get; init; }

    /// <summary>Distinct terminals; <c>Outlets[i]</c> is point i + 1 of <see cref="Travel"/>.</summary>
    public required IReadOnlyList<OutletStock> Outlets { get; init; }

    public required IReadOnlyList<Product> Products { get; init; }

    /// <summary>Point 0 is the depot.</summary>
    public required TravelMatrix Travel { get; init; }

    /// <summary>Cases in the depot; as many come in each day as outlets sell. Null: the depot always has enough.</summary>
    public Cases? DepotStock { get; init; }

    /// <summary>Days of sales that an outlet without a known capacity is filled for.</summary>
    public int CoverDays { get; init; } = DefaultCoverDays;

    /// <summary>What a case that could not be sold costs; null: its retail price in the outlets' mix.</summary>
    public Money? StockOutCostPerCase { get; init; }
}
