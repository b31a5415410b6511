namespace Territory.Market.Benchmarks.ObjectModel;

/// <summary>A product at a distributor, in cases.</summary>
internal sealed class DistributorGoods
{
    public long Depot { get; set; }

    public long Waiting { get; set; }

    public long Forecast { get; set; }

    /// <summary>Shipments by the day of their arrival.</summary>
    public Dictionary<int, long> OnTheWay { get; } = [];

    public long TotalOnTheWay => OnTheWay.Values.Sum();
}
