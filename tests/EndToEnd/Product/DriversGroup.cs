namespace Territory.EndToEnd.Product;

/// <summary>Tests of drivers, who need many vehicles that have not left: a third demo region whose clock stands still; they run one after another.</summary>
[CollectionDefinition(Name)]
public sealed class DriversGroup : ICollectionFixture<DemoTerritory>
{
    public const string Name = "drivers";
}
