using Territory.Model.Calendar;
using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.Model.Quantities;

namespace Territory.Model.Terminals;

/// <summary>The terminal file (终端档案): what is known of an outlet apart from its live stock, orders and visits.</summary>
public sealed record TerminalFile
{
    public required TerminalId Id { get; init; }

    public required RegionId Region { get; init; }

    public required string Name { get; init; }

    public string? Alias { get; init; }

    public required TerminalKind Kind { get; init; }

    public required TerminalClass Class { get; init; }

    public ClassBasis ClassBasis { get; init; }

    public TerminalStatus Status { get; init; }

    public string? LicenceNumber { get; init; }

    public string? Owner { get; init; }

    public string? Phone { get; init; }

    public string? Address { get; init; }

    public required GeoPoint Location { get; init; }

    public OriginalCoordinates? Original { get; init; }

    /// <summary>Standard error of the location in metres; null when unknown. A town centroid is some thousands.</summary>
    public int? LocationAccuracyMeters { get; init; }

    public DateOnly? LocationVerifiedOn { get; init; }

    public int? AreaSquareMeters { get; init; }

    public int? VisitorsPerDay { get; init; }

    public OpeningHours OpeningHours { get; init; } = new([]);

    /// <summary>When goods may be received (收货时间); null: whenever open.</summary>
    public TimeWindow? DeliveryWindow { get; init; }

    /// <summary>The heaviest vehicle that may reach the door (限行), by load capacity; null: any.</summary>
    public Mass? LargestVehicle { get; init; }

    public Weekdays DaysOff { get; init; }

    public DistributorId? Distributor { get; init; }

    public RepId? Rep { get; init; }

    /// <summary>Visits in four weeks where this outlet differs from its class; null: the class's frequency.</summary>
    public int? VisitsPerCycle { get; init; }

    /// <summary>Minutes of a visit where this outlet differs from its class.</summary>
    public Duration? TimeInStore { get; init; }

    /// <summary>Products the outlet lists (铺货品项); distribution and out-of-stock are counted over these.</summary>
    public IReadOnlyList<ProductId> ListedProducts { get; init; } = [];

    public IReadOnlyList<ProductId> MustStock { get; init; } = [];

    public int Facings { get; init; }

    public IReadOnlyList<string> EquipmentNumbers { get; init; } = [];

    /// <summary>Category volume a month, ours and rivals' together; the weight in weighted distribution (加权铺市率).</summary>
    public Cases CategoryVolumePerMonth { get; init; }

    public PaymentTerms Terms { get; init; }

    public Money CreditLimit { get; init; }

    public Exclusivity? Exclusivity { get; init; }

    public string? Note { get; init; }
}
