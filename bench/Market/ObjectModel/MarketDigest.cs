using Territory.Simulation.Lab.Columns;

namespace Territory.Market.Benchmarks.ObjectModel;

/// <summary>The digest of a market of objects, laid out as the lab lays out its columns.</summary>
internal static class MarketDigest
{
    public static ulong Of(MarketAgent market)
    {
        var hash = new StateHash();
        var terminals = market.Terminals;
        hash.Add<float>(terminals.Select(terminal => terminal.Rate).ToArray());
        hash.Add<float>(terminals.Select(terminal => terminal.Goodwill).ToArray());
        hash.Add<byte>(terminals.Select(terminal => (byte)(terminal.HasAdopted ? 1 : 0)).ToArray());
        hash.Add<int>(terminals.Select(terminal => terminal.LastCall).ToArray());
        hash.Add<int>(terminals.Select(terminal => terminal.NextCall).ToArray());
        hash.Add<int>(terminals.Select(terminal => terminal.OrderDue).ToArray());
        AddShelves(ref hash, market, shelf => shelf.Stock);
        AddShelves(ref hash, market, shelf => shelf.SoldSinceCall);
        AddShelves(ref hash, market, shelf => shelf.OnOrder);
        AddShelves(ref hash, market, shelf => shelf.Carried);
        var rules = market.Rules;
        if (rules.Display.PullGain > 0)
            hash.Add<float>(terminals.Select(terminal => terminal.Display).ToArray());
        if (rules.ShelfPrices.Spread.Any(spread => spread > 0))
            hash.Add<float>(terminals.Select(terminal => terminal.UsualPrice).ToArray());
        if (rules.Delisting.EmptyHazard > 0 || rules.Delisting.UncalledHazard > 0)
            hash.Add<ushort>(terminals.Select(terminal => (ushort)terminal.EmptyEvenings).ToArray());
        if (market.Region.Rivals.CoverageStrength > 0)
            hash.Add<double>(market.Cells.Select(cell => cell.RivalPressure).ToArray());
        var goods = market.Distributor.Goods;
        hash.Add<long>(goods.Select(item => item.Depot).ToArray());
        hash.Add<long>(goods.Select(item => item.TotalOnTheWay).ToArray());
        hash.Add<long>(goods.Select(item => item.Waiting).ToArray());
        hash.Add<long>(goods.Select(item => item.Forecast).ToArray());
        hash.Add<long>([
            market.TerminalCash, market.Distributor.Cash, market.CompanyCash, market.Distributor.FromTerminals.Total, market.Distributor.ToFactory.Total]);
        return hash.Value;
    }

    private static void AddShelves(ref StateHash hash, MarketAgent market, Func<ShelfItem, int> figure) =>
        hash.Add<ushort>(market.Terminals.SelectMany(terminal => terminal.Shelves.Select(shelf => (ushort)figure(shelf))).ToArray());
}
