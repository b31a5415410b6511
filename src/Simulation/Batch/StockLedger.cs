using Territory.Model.Ids;

namespace Territory.Simulation.Batch;

/// <summary>Units of a product at an outlet since the world began (进销存): opening + delivered - sold = stock.</summary>
public readonly record struct StockLedger(
    TerminalId Terminal,
    ProductId Product,
    int Opening,
    long Delivered,
    long Sold,
    long Lost,
    int Stock,
    int OnOrder);
