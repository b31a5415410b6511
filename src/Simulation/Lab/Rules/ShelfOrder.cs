using Territory.Model.Quantities;
using Territory.Simulation.Lab.Setup;
using Territory.Simulation.Market.Rules;

namespace Territory.Simulation.Lab.Rules;

/// <summary>What a terminal orders of a product at a call (订货规则), in whole cases.</summary>
/// <remarks>
/// 1.5x: <see cref="OrderRule"/>, with a case of what is listed and neither there nor coming; at the first call, the factor times the mean demand until
/// the next. (s,S): with m the mean demand of the days until the order after this one can arrive (gap + lead time), s = ceil(m x reorder cover) and
/// S = ceil(m x target cover); up to S if stock and orders are below s. Source: trade practice; Scarf 1960.
/// No order takes stock and orders above <see cref="MostUnits"/>.
/// </remarks>
public static class ShelfOrder
{
    public const int MostUnits = 32_767;

    public static int OnePointFive(int soldSinceCall, int stock, int onOrder, int unitsPerCase, int targetTenths)
    {
        var present = new Units(stock);
        var coming = new Units(onOrder);
        var cases = OrderRule.Suggest(new Units(stock + soldSinceCall), Units.Zero, present, coming, unitsPerCase, targetTenths);
        return Limited(OrderRule.KeepListed(cases, present, coming).Count, stock, onOrder, unitsPerCase);
    }

    public static int First(double unitsPerDay, int daysBetweenCalls, int stock, int onOrder, int unitsPerCase, int targetTenths)
    {
        var present = new Units(stock);
        var coming = new Units(onOrder);
        var cases = OrderRule.SuggestFirst(unitsPerDay, daysBetweenCalls, present, coming, unitsPerCase, targetTenths);
        return Limited(OrderRule.KeepListed(cases, present, coming).Count, stock, onOrder, unitsPerCase);
    }

    public static int ReorderPoint(double unitsPerDay, int daysBetweenCalls, int stock, int onOrder, int unitsPerCase, LabOrdering ordering)
    {
        var expected = unitsPerDay * (daysBetweenCalls + ordering.LeadDays);
        var position = stock + onOrder;
        if (position >= Math.Ceiling(expected * ordering.ReorderCover))
            return 0;
        var need = Math.Min(MostUnits, Math.Ceiling(expected * ordering.TargetCover)) - position;
        return Limited(((int)need + unitsPerCase - 1) / unitsPerCase, stock, onOrder, unitsPerCase);
    }

    private static int Limited(int cases, int stock, int onOrder, int unitsPerCase)
    {
        var room = MostUnits - stock - onOrder;
        return (long)cases * unitsPerCase <= room ? cases : Math.Max(0, room / unitsPerCase);
    }
}
