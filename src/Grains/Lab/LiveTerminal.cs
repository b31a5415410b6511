using Territory.Model.Terminals;

namespace Territory.Grains.Lab;

/// <summary>A live terminal as the lab sees it.</summary>
/// <param name="Sells">Whether it has any of our products on the shelf.</param>
internal sealed record LiveTerminal(TerminalFile File, bool Sells);
