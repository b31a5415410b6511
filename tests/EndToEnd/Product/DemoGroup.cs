namespace Territory.EndToEnd.Product;

/// <summary>Tests that share the demo region and its running market; they run one after another.</summary>
[CollectionDefinition(Name)]
public sealed class DemoGroup : ICollectionFixture<DemoTerritory>
{
    public const string Name = "demo";
}
