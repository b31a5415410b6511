namespace Territory.EndToEnd.Product;

/// <summary>Whole days of dispatchers, who need many vehicles that have not left: a third demo region whose clock stands still; they run one after another.</summary>
[CollectionDefinition(Name)]
public sealed class WholeDayGroup : ICollectionFixture<DemoTerritory>
{
    public const string Name = "whole day";
}
