using System.Text.Json.Serialization.Metadata;
using Territory.Contracts;
using Territory.Contracts.Territories;
using Territory.Model.Products;
using Territory.Model.Regions;
using Territory.ReadModel.Actors;
using Territory.ReadModel.Serialization;

namespace Territory.ReadModel.Territories;

/// <summary>A region (区域) and its product list, in the order in which the products were first listed.</summary>
public sealed record TerritoryState : IActorState<TerritoryState>
{
    public required Region Region { get; init; }

    public IReadOnlyList<Product> Products { get; init; } = [];

    public static string Kind => ActorKind.Territory;

    public static JsonTypeInfo<TerritoryState> JsonForm => StateJsonContext.Default.TerritoryState;

    public static TerritoryState? Apply(TerritoryState? state, IEvent @event) => (state, @event) switch
    {
        (null, RegionCreated e) => new TerritoryState { Region = e.Region },
        (null, _) => throw UnexpectedEvent.BeforeCreation(Kind, @event),
        (_, ProductsListed e) => state with { Products = Merge(state.Products, e.Products) },
        _ => throw UnexpectedEvent.Unknown(Kind, @event),
    };

    private static Product[] Merge(IReadOnlyList<Product> held, IReadOnlyList<Product> listed)
    {
        var merged = new List<Product>(held);
        foreach (var product in listed)
        {
            var i = merged.FindIndex(other => other.Id == product.Id);
            if (i >= 0)
                merged[i] = product;
            else
                merged.Add(product);
        }

        return [.. merged];
    }
}
