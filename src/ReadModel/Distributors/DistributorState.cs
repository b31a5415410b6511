using System.Text.Json.Serialization.Metadata;
using Territory.Contracts;
using Territory.Contracts.Distributors;
using Territory.Model.Distributors;
using Territory.Model.Ids;
using Territory.Model.Orders;
using Territory.Model.Quantities;
using Territory.ReadModel.Actors;
using Territory.ReadModel.Serialization;

namespace Territory.ReadModel.Distributors;

/// <summary>A distributor (经销商) as its actor keeps it: the file and the depot's stock, in order of product.</summary>
public sealed record DistributorState : IActorState<DistributorState>
{
    public required DistributorFile File { get; init; }

    /// <summary>Cases in the depot; a product at zero stays listed.</summary>
    public IReadOnlyList<OrderLine> Stock { get; init; } = [];

    public static string Kind => ActorKind.Distributor;

    public static JsonTypeInfo<DistributorState> JsonForm => StateJsonContext.Default.DistributorState;

    public Cases CasesOf(ProductId product) => Stock.FirstOrDefault(line => line.Product == product).Cases;

    public static DistributorState? Apply(DistributorState? state, IEvent @event) => (state, @event) switch
    {
        (null, DistributorRegistered e) => new DistributorState { File = e.File },
        (null, _) => throw UnexpectedEvent.BeforeCreation(Kind, @event),
        (_, GoodsReceived e) => state.Move(e.Lines, sign: 1),
        (_, GoodsShipped e) => state.Move(e.Lines, sign: -1),
        (_, GoodsReturned e) => state.Move(e.Lines, sign: 1),
        _ => throw UnexpectedEvent.Unknown(Kind, @event),
    };

    private DistributorState Move(IReadOnlyList<OrderLine> lines, int sign)
    {
        var stock = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in Stock)
            stock[line.Product.Value] = line.Cases.Count;
        foreach (var line in lines)
            stock[line.Product.Value] = checked(stock.GetValueOrDefault(line.Product.Value) + (sign * line.Cases.Count));
        return this with { Stock = [.. stock.Select(pair => new OrderLine(new ProductId(pair.Key), new Cases(pair.Value)))] };
    }
}
