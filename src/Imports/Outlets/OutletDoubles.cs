using Territory.Model.Ids;
using Territory.Model.Problems;
using Territory.Model.Terminals;

namespace Territory.Imports.Outlets;

/// <summary>Finds rows that name an outlet twice: the same code is refused; the same name close by, or the same licence, is pointed out.</summary>
internal sealed class OutletDoubles
{
    private const double NearMeters = 80;

    private readonly Dictionary<TerminalId, string> codes = [];
    private readonly Dictionary<string, List<TerminalFile>> byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, TerminalId> byLicence = new(StringComparer.OrdinalIgnoreCase);

    public OutletDoubles(IReadOnlyCollection<TerminalFile> existing)
    {
        foreach (var terminal in existing)
            Remember(terminal, "an outlet that is there already");
    }

    public bool TryAdd(TerminalFile terminal, long line, string file, List<Problem> problems)
    {
        if (codes.TryGetValue(terminal.Id, out var holder))
        {
            problems.Add(new Problem("outlets.code.repeated", $"The code is taken by {holder}; codes must be unique.", file, line, "code", terminal.Id.Value));
            return false;
        }

        if (byName.GetValueOrDefault(terminal.Name)?.Find(other => other.Location.MetersTo(terminal.Location) < NearMeters) is { } near)
            problems.Add(new Problem("outlets.double.name", $"Outlet {near.Id} has the same name within {NearMeters} m; perhaps it is the same shop.", file, line, "name", terminal.Name, ProblemSeverity.Warning));
        else if (terminal.LicenceNumber is { } licence && byLicence.TryGetValue(licence, out var same))
            problems.Add(new Problem("outlets.double.licence", $"Outlet {same} has the same licence number; perhaps it is the same shop.", file, line, "licence", licence, ProblemSeverity.Warning));
        Remember(terminal, $"line {line}");
        return true;
    }

    private void Remember(TerminalFile terminal, string holder)
    {
        codes.TryAdd(terminal.Id, holder);
        if (!byName.TryGetValue(terminal.Name, out var same))
            byName.Add(terminal.Name, same = []);
        same.Add(terminal);
        if (terminal.LicenceNumber is { Length: > 0 } licence)
            byLicence.TryAdd(licence, terminal.Id);
    }
}
