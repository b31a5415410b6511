using Territory.Model.Geography;
using Territory.Model.Terminals;
using Territory.Simulation.Expansion.Census;

namespace Territory.Grains.Lab.Expansions;

/// <summary>A terminal of a candidate region as a request gives it.</summary>
/// <param name="Cell">Null: the square of the grid that it lies in.</param>
internal sealed record CandidateRow(
    string Id, string Name, double Longitude, double Latitude, TerminalClass Class, double CasesPerMonth, string? Cell = null, double OwnShare = 0,
    IReadOnlyList<RivalShare>? Rivals = null)
{
    public bool IsPossible =>
        Longitude is >= -180 and <= 180 && Latitude is >= -85 and <= 85 && CasesPerMonth is >= 0 and <= 1e6 && Enum.IsDefined(Class) && OwnShare >= 0
        && (Rivals ?? []).All(rival => rival is { Share: >= 0 }) && OwnShare + (Rivals ?? []).Sum(rival => rival.Share) <= 1 + 1e-6;

    public CensusTerminal Terminal
    {
        get
        {
            var place = new GeoPoint(Longitude, Latitude);
            return new CensusTerminal(Id, Name, place, Class, CasesPerMonth, Cell ?? CensusGrid.CellOf(place), OwnShare, Rivals ?? []);
        }
    }
}
