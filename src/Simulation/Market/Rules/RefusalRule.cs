using Territory.Model.Deliveries;
using Territory.Model.Terminals;
using Territory.Simulation.Randomness;

namespace Territory.Simulation.Market.Rules;

/// <summary>Whether an outlet takes a delivery (拒收).</summary>
public static class RefusalRule
{
    /// <summary>Shut by its hours or by chance; without cash by chance where it pays cash; else taken whole.</summary>
    public static RefusalReason AtDoor(bool isOpen, PaymentTerms terms, MarketRates rates, ref Draw draw)
    {
        var shut = draw.NextUniform() < rates.ClosedChance;
        var noCash = draw.NextUniform() < rates.NoCashChance;
        if (!isOpen || shut)
            return RefusalReason.OutletClosed;
        return noCash && terms == PaymentTerms.CashOnDelivery ? RefusalReason.NoCash : RefusalReason.None;
    }

    /// <summary>Whether the order stays open and is tried again, or is cancelled.</summary>
    public static bool KeepsOrderOpen(RefusalReason reason) =>
        reason is RefusalReason.OutletClosed or RefusalReason.OutOfStockAtDepot or RefusalReason.NoCash;
}
