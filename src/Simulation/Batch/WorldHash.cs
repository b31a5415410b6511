using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

using Territory.Model.Orders;
using Territory.Simulation.Market;

namespace Territory.Simulation.Batch;

/// <summary>A digest of a world's state: equal worlds have equal digests on every machine (little-endian), whatever was sent in which order.</summary>
internal static class WorldHash
{
    public static string Of(MarketSetup setup, StockColumns stock, Accounts accounts, DateOnly?[] lastVisits, IEnumerable<Order> openOrders)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var column in new[] { stock.Stock, stock.LastCount, stock.DeliveredSince, stock.OnOrder })
            hash.AppendData(MemoryMarshal.AsBytes(column.AsSpan()));
        foreach (var column in new[] { stock.Sold, stock.Lost, stock.Delivered })
            hash.AppendData(MemoryMarshal.AsBytes(column.AsSpan()));
        for (var row = 0; row < setup.Terminals.Count; row++)
            Append(hash, $"{accounts.Invoiced[row].MinorUnits} {accounts.Paid[row].MinorUnits} {lastVisits[row]?.DayNumber}");
        foreach (var order in openOrders)
            Append(hash, $"{order.Id} {order.DueOn.DayNumber} {string.Join(',', order.Lines.Select(line => $"{line.Product} {line.Cases.Count}"))}");
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, string text) => hash.AppendData(Encoding.UTF8.GetBytes(text + "\n"));
}
