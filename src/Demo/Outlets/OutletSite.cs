using Territory.Demo.Company;
using Territory.Demo.Geography;
using Territory.Model.Quantities;
using Territory.Model.Regions;
using Territory.Model.Terminals;

namespace Territory.Demo.Outlets;

/// <summary>An outlet before it has a distributor, a rep and a file: where it stands, what it is, how much it sells.</summary>
internal sealed record OutletSite(int Number, Settlement Place, string? Street, PlanePoint At, TerminalKind Kind, Cases CategoryVolume, TerminalClass Class)
{
    public Spot Spot => new(Number, At, ClassPolicy.Standard.Single(policy => policy.Class == Class).VisitsPerCycle);
}
