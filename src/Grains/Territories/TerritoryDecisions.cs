using Territory.Contracts;
using Territory.Contracts.Territories;
using Territory.Grains.Actors;
using Territory.Model.Calendar;
using Territory.Model.Ids;
using Territory.Model.Products;
using Territory.Model.Quantities;
using Territory.Model.Regions;
using Territory.ReadModel.Territories;
using static Territory.Grains.Actors.Figures;

namespace Territory.Grains.Territories;

/// <summary>Decisions on a region's master data.</summary>
internal static class TerritoryDecisions
{
    public static Decision<TerritoryState, CommandResult> Create(TerritoryState? state, CreateRegion command, string id)
    {
        if (state is not null)
            return Decide.Refuse<TerritoryState>(Refusal.Of("region.already-created", ("region", id)));
        return Check(command.Region, id) is { } refusal
            ? Decide.Refuse<TerritoryState>(refusal)
            : Decide.Accept<TerritoryState>(new RegionCreated(command.Region));
    }

    public static Decision<TerritoryState, CommandResult> List(TerritoryState? state, ListProducts command)
    {
        if (state is null)
            return Decide.Refuse<TerritoryState>(Refusal.Of("region.unknown"));
        if (command.Products.Count == 0)
            return Decide.Refuse<TerritoryState>(Refusal.Of("products.empty"));
        var seen = new HashSet<ProductId>();
        foreach (var product in command.Products)
        {
            if (Check(product, state) is { } refusal)
                return Decide.Refuse<TerritoryState>(refusal);
            if (!seen.Add(product.Id))
                return Decide.Refuse<TerritoryState>(Refusal.Of("line.duplicate-product", ("product", product.Id.Value)));
        }

        return Decide.Accept<TerritoryState>(new ProductsListed(command.Products));
    }

    private static Refusal? Check(Region region, string id)
    {
        if (region.Id.Value != id)
            return Refusal.Of("region.wrong-key", ("region", region.Id.Value), ("key", id));
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(region.TimeZone, out _))
            return Refusal.Of("region.time-zone", ("timeZone", region.TimeZone));
        if (region.Currency.Length != 3)
            return Refusal.Of("region.currency", ("currency", region.Currency));
        if (region.Calendar.WorkingWeekdays == Weekdays.None)
            return Refusal.Of("region.no-working-day");
        foreach (var policy in region.ClassPolicies)
        {
            if (policy.VisitsPerCycle is < 1 or > ClassPolicy.CycleDays)
                return Refusal.Of("region.frequency-invalid", ("class", policy.Class.ToString()), ("visitsPerCycle", Text(policy.VisitsPerCycle)));
        }

        return null;
    }

    /// <summary>A price ladder that does not rise, and a case size that changed under orders and stock, are refused.</summary>
    private static Refusal? Check(Product product, TerritoryState state)
    {
        if (string.IsNullOrWhiteSpace(product.Id.Value))
            return Refusal.Of("product.id-missing");
        if (product.UnitsPerCase < 1)
            return Refusal.Of("product.units-per-case", ("product", product.Id.Value), ("unitsPerCase", Text(product.UnitsPerCase)));
        if (product.CaseMass < Mass.Zero || product.CaseVolume < Volume.Zero)
            return Refusal.Of("product.size-negative", ("product", product.Id.Value));
        if (!product.Prices.Rises)
            return Refusal.Of("product.prices-do-not-rise", ("product", product.Id.Value));
        return state.Products.FirstOrDefault(held => held.Id == product.Id) is { } held && held.UnitsPerCase != product.UnitsPerCase
            ? Refusal.Of("product.case-size-fixed", ("product", product.Id.Value), ("unitsPerCase", Text(held.UnitsPerCase)))
            : null;
    }
}
