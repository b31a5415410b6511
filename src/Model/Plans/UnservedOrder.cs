using Territory.Model.Ids;

namespace Territory.Model.Plans;

/// <summary>A terminal whose open orders no vehicle delivers, with the reason and the figures behind it.</summary>
/// <param name="Detail">Figures of the reason by name, for example "demandCases" = "900"; the edge puts them into the localised sentence.</param>
public sealed record UnservedOrder(
    TerminalId Terminal,
    IReadOnlyList<OrderId> Orders,
    UnservedReason Reason,
    IReadOnlyDictionary<string, string> Detail);
