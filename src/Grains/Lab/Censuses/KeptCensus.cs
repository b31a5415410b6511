using Territory.Journal.Sql;
using Territory.Model.Problems;
using Territory.Model.Terminals;
using Territory.ReadModel.Lab;

namespace Territory.Grains.Lab.Censuses;

/// <summary>Finds the censuses that are kept on the server, as scenarios name them: "census:" and the hash of the text.</summary>
internal static class KeptCensus
{
    private const string Prefix = "census:";

    /// <exception cref="InvalidInputException">There is no such census.</exception>
    public static CensusTable Table(IQueryConnection snapshot, string name, string region)
    {
        var text = name.StartsWith(Prefix, StringComparison.Ordinal) ? LabCensusQuery.Text(snapshot, name[Prefix.Length..]) : null;
        return text is null
            ? throw new InvalidInputException(new Problem("scenario.file", "The lab's server reads no files; a live region, a generated census, or census: and the hash of one that is kept here is expected.", Value: name))
            : CensusTable.Read(text, name, region);
    }

    /// <exception cref="InvalidInputException">There is no such census.</exception>
    public static IReadOnlyList<TerminalFile> Files(IQueryConnection snapshot, string name) => Table(snapshot, name, "census").Files;
}
