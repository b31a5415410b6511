using Territory.Demo.Geography;
using Territory.Model.Quantities;
using Territory.Model.Terminals;

namespace Territory.Demo.Outlets;

/// <summary>An outlet before it has a distributor, a rep and a number: where it stands, what it is, how much it sells.</summary>
internal sealed record OutletSite(int Number, Settlement Place, string? Street, PlanePoint At, TerminalKind Kind, Cases CategoryVolume, TerminalClass Class);
