namespace Territory.EndToEnd.Product;

/// <summary>Tests that share another demo region, whose clock stands still before its vehicles leave, so that nothing happens but what people do; they run one after another.</summary>
[CollectionDefinition(Name)]
public sealed class MorningGroup : ICollectionFixture<DemoTerritory>
{
    public const string Name = "morning";
}
