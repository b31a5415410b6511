using Territory.Model.Ids;
using Territory.Model.Quantities;

namespace Territory.Model.Deliveries;

/// <summary>How long unloading at an outlet really takes (实际卸货时间), against the distributor's rule of so much a stop and so much a case.</summary>
/// <param name="Permille">Thousandths of the rule's time: 1,500 is half as long again.</param>
/// <param name="Observations">Deliveries that it was learned from.</param>
public sealed record LearnedService(TerminalId Terminal, int Permille, int Observations)
{
    public const int MostPermille = 20_000;

    /// <summary>The time, where the rule says so much; to the nearest second.</summary>
    public Duration Of(Duration rule) => new(checked((int)((((long)rule.Seconds * Permille) + 500) / 1_000)));
}
