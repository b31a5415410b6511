using Territory.Contracts;
using Territory.Contracts.Distributors;
using Territory.Grains.Actors;
using Territory.Grains.Catalogues;
using Territory.Grains.Registers;
using Territory.Model.Distributors;
using Territory.Model.Orders;
using Territory.ReadModel.Distributors;
using static Territory.Grains.Actors.Figures;

namespace Territory.Grains.Distributors;

/// <summary>Decisions on a distributor's file and depot stock.</summary>
internal static class DistributorDecisions
{
    private static readonly Refusal Unknown = Refusal.Of("distributor.unknown");

    private static readonly FileRegister Entries = new("distributor", Taken: "distributor.already-registered", WrongKey: "distributor.wrong-key");

    public static Decision<DistributorState, CommandResult> Register(
        DistributorState? state, RegisterDistributor command, string id, RegionCatalogue? catalogue) =>
        (Entries.CheckNew(state is not null, command.File.Id.Value, id, catalogue) ?? Check(command.File)) is { } refusal
            ? Decide.Refuse<DistributorState>(refusal)
            : Decide.Accept<DistributorState>(new DistributorRegistered(command.File));

    public static Decision<DistributorState, CommandResult> Receive(DistributorState? state, ReceiveGoods command, RegionCatalogue? catalogue) =>
        Check(state, command.Lines, catalogue) is { } refusal
            ? Decide.Refuse<DistributorState>(refusal)
            : Decide.Accept<DistributorState>(
                new GoodsReceived(command.Lines, command.Reference, command.Header.At, catalogue!.DayOf(command.Header.At)));

    /// <summary>Goods leave only as far as the depot has them: the book never goes below zero.</summary>
    public static Decision<DistributorState, CommandResult> Ship(DistributorState? state, ShipGoods command, RegionCatalogue? catalogue)
    {
        if (Check(state, command.Lines, catalogue) is { } refusal)
            return Decide.Refuse<DistributorState>(refusal);
        foreach (var line in command.Lines)
        {
            var inStock = state!.CasesOf(line.Product);
            if (line.Cases > inStock)
            {
                return Decide.Refuse<DistributorState>(
                    Refusal.Of("goods.not-in-stock", ("product", line.Product.Value), ("cases", Text(line.Cases.Count)), ("inStock", Text(inStock.Count))));
            }
        }

        return Decide.Accept<DistributorState>(
            new GoodsShipped(command.Vehicle, command.Plan, command.Trip, command.Lines, command.Header.At, catalogue!.DayOf(command.Header.At)));
    }

    public static Decision<DistributorState, CommandResult> Return(DistributorState? state, ReturnGoods command, RegionCatalogue? catalogue) =>
        Check(state, command.Lines, catalogue) is { } refusal
            ? Decide.Refuse<DistributorState>(refusal)
            : Decide.Accept<DistributorState>(
                new GoodsReturned(command.Vehicle, command.Plan, command.Trip, command.Lines, command.Header.At, catalogue!.DayOf(command.Header.At)));

    private static Refusal? Check(DistributorFile file)
    {
        if (string.IsNullOrWhiteSpace(file.Name))
            return Refusal.Of("distributor.name-missing");
        if (!file.Depot.IsValid)
            return Refusal.Of("distributor.location-invalid");
        return file.DepotHours.IsEmpty ? Refusal.Of("distributor.hours-reversed") : null;
    }

    private static Refusal? Check(DistributorState? state, IReadOnlyList<OrderLine> lines, RegionCatalogue? catalogue)
    {
        if (state is null)
            return Unknown;
        if (catalogue is null)
            return FileRegister.RegionUnknown;
        if (lines.Count == 0)
            return Refusal.Of("goods.empty");
        var seen = new HashSet<Model.Ids.ProductId>();
        foreach (var line in lines)
        {
            if (line.Product.Value is null || !catalogue.Lists(line.Product))
                return Refusal.Of("product.unknown", ("product", line.Product.Value ?? ""));
            if (!seen.Add(line.Product))
                return Refusal.Of("line.duplicate-product", ("product", line.Product.Value));
            if (line.Cases.Count is <= 0 or > 10_000_000)
                return Refusal.Of("line.quantity", ("product", line.Product.Value), ("quantity", Text(line.Cases.Count)));
        }

        return null;
    }
}
